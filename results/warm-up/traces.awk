# Turns the log of a run (java -jar target/benchmarks.jar ... >run.log) into one line for each fork:
# benchmark and parameters, fork, phase, unit, then the score of each iteration in the order of time.
function flush_line() {
  if (scores != "") print "\"" title "\"," fork "," phase "," unit scores
  scores = ""
}
/^# Fork [0-9]+ of [0-9]+: / {
  flush_line()
  fork = $3
  title = $0
  sub(/^# Fork [0-9]+ of [0-9]+: /, "", title)
  phase = ""
}
/^# Warmup Iteration +[0-9]+: / { if (phase != "warm-up") { flush_line(); phase = "warm-up" } }
/^Iteration +[0-9]+: / { if (phase != "measurement") { flush_line(); phase = "measurement" } }
# The score ends the line of its iteration, or stands alone behind what the fork printed first.
$NF ~ /^(ns|us|ms|s)\/op$/ && (/Iteration +[0-9]+: / || NF == 2) {
  unit = $NF
  scores = scores "," $(NF - 1)
}
END { flush_line() }
