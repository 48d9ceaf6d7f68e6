;; The source of the module in ChicoryProgram, in the flat text format: one instruction a line.
(module
  ;; The naive recursion: function 0, argument n.
  (func (export "fib") (param i32) (result i32)
    local.get 0
    i32.eqz
    if
      i32.const 0
      return
    end
    local.get 0
    i32.const 1
    i32.eq
    if
      i32.const 1
      return
    end
    local.get 0
    i32.const 1
    i32.sub
    call 0
    local.get 0
    i32.const 2
    i32.sub
    call 0
    i32.add
  )
  ;; The loop with two operations and an IF: argument iterations, locals i and total.
  (func (export "loop") (param i32) (result i32)
    (local i32 i32)
    block
      loop
        local.get 1
        local.get 0
        i32.ge_s
        br_if 1
        local.get 1
        i32.const 3
        i32.rem_s
        i32.eqz
        if
          local.get 2
          i32.const 3
          i32.add
          local.set 2
        else
          local.get 2
          i32.const 1
          i32.sub
          local.set 2
        end
        local.get 1
        i32.const 1
        i32.add
        local.set 1
        br 0
      end
    end
    local.get 2
  )
  ;; Returns its argument.
  (func (export "same") (param i32) (result i32)
    local.get 0
  )
)
