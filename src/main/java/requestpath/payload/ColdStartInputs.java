package requestpath.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first value of each payload, as an object and as bytes, made without the code of {@link
 * Payload}. That code reads records by reflection and writes numbers with BigDecimal. On JDK 18 and
 * later it would do work that a library otherwise does itself at its first use, and the library's
 * cold start would be 8 to 34 ms too short.
 *
 * <p>Only the payloads of this project are here. {@link Payload} makes the values of a payload that
 * you add: its cold starts favour libraries that use reflection.
 */
public final class ColdStartInputs {
  private ColdStartInputs() {}

  /** As {@link Payload#values(Binding, int)} for a size of 1. */
  public static List<Object> values(Payload payload, Binding binding) {
    if (binding != Binding.MAP) {
      return payload.values(binding, 1);
    }
    Map<String, @Nullable Object> map = map(payload.element(0));
    return map.isEmpty() ? payload.values(binding, 1) : new ArrayList<>(List.of(map));
  }

  /** As {@link Payload#json} for a size of 1. */
  public static byte[] json(Payload payload) {
    String json = jsonText(payload.name());
    return json.isEmpty() ? payload.json(1) : json.getBytes(StandardCharsets.UTF_8);
  }

  /** As {@link Payload#messagePack} for a size of 1. */
  public static byte[][] messagePack(Payload payload) {
    String digits = messagePackDigits(payload.name());
    if (digits.isEmpty()) {
      return payload.messagePack(1);
    }
    byte[] message = new byte[digits.length() / 2];
    for (int i = 0; i < message.length; i++) {
      int high = Character.digit(digits.charAt(2 * i), 16);
      message[i] = (byte) (high << 4 | Character.digit(digits.charAt(2 * i + 1), 16));
    }
    return new byte[][] {message};
  }

  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (value instanceof Item item) {
      map.put("id", item.id());
      map.put("name", item.name());
      map.put("description", item.description());
      map.put("type", item.type());
      map.put("count", item.count());
      map.put("created_at", item.created_at());
    } else if (value instanceof Numbers numbers) {
      map.put("id", numbers.id());
      map.put("counter", numbers.counter());
      map.put("offset", numbers.offset());
      map.put("amount", numbers.amount());
      map.put("ratio", numbers.ratio());
      map.put("factor", numbers.factor());
    } else if (value instanceof Order order) {
      map.put("id", order.id());
      map.put("customer", order.customer());
      map.put("address", map(order.address()));
      List<Object> lines = new ArrayList<>();
      for (OrderLine line : order.lines()) {
        lines.add(map(line));
      }
      map.put("lines", lines);
      map.put("total", order.total());
      map.put("paid", order.paid());
      map.put("note", order.note());
    } else if (value instanceof OrderLine line) {
      map.put("article", line.article());
      map.put("quantity", line.quantity());
      map.put("price", line.price());
    } else if (value instanceof Address address) {
      map.put("street", address.street());
      map.put("city", address.city());
      map.put("postcode", address.postcode());
      map.put("country", address.country());
    }
    return map;
  }

  /** Empty for a payload that is not of this project. */
  private static String jsonText(String payload) {
    return switch (payload) {
      case "DOCUMENT" ->
          "[{\"id\":0,\"name\":\"My name\",\"description\":\"Some words on here so it loo"
              + "ks full\",\"type\":\"U\",\"count\":33,\"created_at\":1569882498.9117897}]";
      case "VARIED" ->
          "[{\"type\":\"H\",\"name\":\"oo ll zj\",\"created_at\":1738504153.8655305,\"id"
              + "\":0,\"description\":\"nvffe alblbor zly\",\"count\":140}]";
      case "ESCAPES" ->
          "[{\"id\":0,\"name\":\" B\\u000a \\u0000\\u001f\",\"description\":\"\\u000c"
              + "\\\"/\\u0009 aBaa/\\u0000\\u001f\\\\'\\\"\\\"\\u000d a\\u0000<\\u000d \\u0"
              + "00a'\\u0000\",\"type\":\"\",\"count\":33,\"created_at\":1569882498.9117897}]";
      case "UNICODE" ->
          "[{\"id\":0,\"name\":\"a한€ם한 ж本\",\"description\":\"𝄞𝄞한éжéם𝄞ก한🚀eжaם𝄞é한e €𝄞日λж本ß"
              + "😀語ก🚀\",\"type\":\" \",\"count\":33,\"created_at\":1569882498.9117897}]";
      case "NUMBERS" ->
          "[{\"id\":0,\"counter\":9007199254740984,\"offset\":842635,\"amount\":66221.41,"
              + "\"ratio\":0.6469284991118646,\"factor\":-2.6404950714970653E122}]";
      case "NESTED" ->
          "[{\"id\":10000000000,\"customer\":\"yk nk\",\"address\":{\"street\":\"iwkbtxr "
              + "j ox 173\",\"city\":\"ugjy\",\"postcode\":\"29555\",\"country\":\"DE\"},\"line"
              + "s\":[{\"article\":\"t ovcjnvffe alblbh\",\"quantity\":9,\"price\":96.87},{\"ar"
              + "ticle\":\"efyeohcf jgxeec\",\"quantity\":9,\"price\":654.67},{\"article\":\"ur"
              + "gga z izihxm x\",\"quantity\":9,\"price\":638.51},{\"article\":\"upd gj tjojl"
              + "\",\"quantity\":8,\"price\":716.36},{\"article\":\"aoco akkhg p\",\"quantity\""
              + ":5,\"price\":412.55},{\"article\":\"ejmyzkqqkbl n cuzio\",\"quantity\":11,\"pr"
              + "ice\":694.45}],\"total\":199.1,\"paid\":false,\"note\":null}]";
      default -> "";
    };
  }

  /** In hexadecimal digits; empty for a payload that is not of this project. */
  private static String messagePackDigits(String payload) {
    return switch (payload) {
      case "DOCUMENT" ->
          "86a2696400a46e616d65a74d79206e616d65ab6465736372697074696f6ed923536f6d6520776f"
              + "726473206f6e206865726520736f206974206c6f6f6b732066756c6ca474797065a155a5636f75"
              + "6e7421aa637265617465645f6174cb41d764a060ba5ac3";
      case "VARIED" ->
          "86a474797065a148a46e616d65a86f6f206c6c207a6aaa637265617465645f6174cb41d9e7ddf6"
              + "7764daa2696400ab6465736372697074696f6eb16e7666666520616c626c626f72207a6c79a563"
              + "6f756e74cc8c";
      case "ESCAPES" ->
          "86a2696400a46e616d65a8207f420a7f20001fab6465736372697074696f6ebf0c7f222f097f7f"
              + "20614261612f001f5c2722220d2061003c7f7f0d200a2700a474797065a17fa5636f756e7421aa"
              + "637265617465645f6174cb41d764a060ba5ac3";
      case "UNICODE" ->
          "86a2696400a46e616d65b261ed959ce282acd79ded959c20d0b6e69cacab646573637269707469"
              + "6f6ed953f09d849ef09d849eed959cc3a9d0b6c3a9d79df09d849ee0b881ed959cf09f9a8065d0"
              + "b661d79df09d849ec3a9ed959c6520e282acf09d849ee697a5cebbd0b6e69cacc39ff09f9880e8"
              + "aa9ee0b881f09f9a80a474797065a120a5636f756e7421aa637265617465645f6174cb41d764a0"
              + "60ba5ac3";
      case "NUMBERS" ->
          "86a2696400a7636f756e746572cf001ffffffffffff8a66f6666736574ce000cdb8ba6616d6f75"
              + "6e74cb40f02ad68f5c28f6a5726174696fcb3fe4b3a365512577a6666163746f72cbd959905bba"
              + "7182e3";
      case "NESTED" ->
          "87a26964cf00000002540be400a8637573746f6d6572a5796b206e6ba76164647265737384a673"
              + "7472656574b069776b62747872206a206f7820313733a463697479a475676a79a8706f7374636f"
              + "6465a53239353535a7636f756e747279a24445a56c696e65739683a761727469636c65b274206f"
              + "76636a6e7666666520616c626c6268a87175616e7469747909a57072696365cb405837ae147ae1"
              + "4883a761727469636c65af656679656f686366206a6778656563a87175616e7469747909a57072"
              + "696365cb4084755c28f5c28f83a761727469636c65b07572676761207a20697a6968786d2078a8"
              + "7175616e7469747909a57072696365cb4083f4147ae147ae83a761727469636c65ac7570642067"
              + "6a20746a6f6a6ca87175616e7469747908a57072696365cb408662e147ae147b83a76172746963"
              + "6c65ac616f636f20616b6b68672070a87175616e7469747905a57072696365cb4079c8cccccccc"
              + "cd83a761727469636c65b3656a6d797a6b71716b626c206e2063757a696fa87175616e74697479"
              + "0ba57072696365cb4085b3999999999aa5746f74616ccb4068e33333333333a470616964c2a46e"
              + "6f7465c0";
      default -> "";
    };
  }
}
