package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The names of all fields, to be escaped and encoded once. */
final class Jackson2Names {
  private Jackson2Names() {}

  static final SerializableString ID = new SerializedString("id");
  static final SerializableString NAME = new SerializedString("name");
  static final SerializableString DESCRIPTION = new SerializedString("description");
  static final SerializableString TYPE = new SerializedString("type");
  static final SerializableString COUNT = new SerializedString("count");
  static final SerializableString CREATED_AT = new SerializedString("created_at");
  static final SerializableString COUNTER = new SerializedString("counter");
  static final SerializableString OFFSET = new SerializedString("offset");
  static final SerializableString AMOUNT = new SerializedString("amount");
  static final SerializableString RATIO = new SerializedString("ratio");
  static final SerializableString FACTOR = new SerializedString("factor");
  static final SerializableString STREET = new SerializedString("street");
  static final SerializableString CITY = new SerializedString("city");
  static final SerializableString POSTCODE = new SerializedString("postcode");
  static final SerializableString COUNTRY = new SerializedString("country");
  static final SerializableString ARTICLE = new SerializedString("article");
  static final SerializableString QUANTITY = new SerializedString("quantity");
  static final SerializableString PRICE = new SerializedString("price");
  static final SerializableString CUSTOMER = new SerializedString("customer");
  static final SerializableString ADDRESS = new SerializedString("address");
  static final SerializableString LINES = new SerializedString("lines");
  static final SerializableString TOTAL = new SerializedString("total");
  static final SerializableString PAID = new SerializedString("paid");
  static final SerializableString NOTE = new SerializedString("note");
  static final SerializableString MESSAGE = new SerializedString("message");
  static final SerializableString RELEASE_YEAR = new SerializedString("releaseYear");
  static final SerializableString KEY = new SerializedString("key");
  static final SerializableString VALUE = new SerializedString("value");
}
