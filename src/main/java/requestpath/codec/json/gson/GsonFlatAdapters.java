package requestpath.codec.json.gson;

import static requestpath.codec.json.gson.GsonAdapters.text;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/** Objects of texts and numbers, written and read by hand for Gson. */
final class GsonFlatAdapters {
  private GsonFlatAdapters() {}

  static final class OfItem extends TypeAdapter<Item> {
    @Override
    public void write(JsonWriter out, Item item) throws IOException {
      out.beginObject();
      out.name("id").value(item.id());
      out.name("name").value(item.name());
      out.name("description").value(item.description());
      out.name("type").value(item.type());
      out.name("count").value(item.count());
      out.name("created_at").value(item.created_at());
      out.endObject();
    }

    @Override
    public Item read(JsonReader in) throws IOException {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> id = in.nextInt();
          case "name" -> name = text(in);
          case "description" -> description = text(in);
          case "type" -> type = text(in);
          case "count" -> count = in.nextInt();
          case "created_at" -> created_at = in.nextDouble();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Item(id, name, description, type, count, created_at);
    }
  }

  static final class OfItemBean extends TypeAdapter<ItemBean> {
    @Override
    public void write(JsonWriter out, ItemBean item) throws IOException {
      out.beginObject();
      out.name("id").value(item.getId());
      out.name("name").value(item.getName());
      out.name("description").value(item.getDescription());
      out.name("type").value(item.getType());
      out.name("count").value(item.getCount());
      out.name("created_at").value(item.getCreated_at());
      out.endObject();
    }

    @Override
    public ItemBean read(JsonReader in) throws IOException {
      ItemBean item = new ItemBean();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> item.setId(in.nextInt());
          case "name" -> item.setName(text(in));
          case "description" -> item.setDescription(text(in));
          case "type" -> item.setType(text(in));
          case "count" -> item.setCount(in.nextInt());
          case "created_at" -> item.setCreated_at(in.nextDouble());
          default -> in.skipValue();
        }
      }
      in.endObject();
      return item;
    }
  }

  static final class OfNumbers extends TypeAdapter<Numbers> {
    @Override
    public void write(JsonWriter out, Numbers numbers) throws IOException {
      out.beginObject();
      out.name("id").value(numbers.id());
      out.name("counter").value(numbers.counter());
      out.name("offset").value(numbers.offset());
      out.name("amount").value(numbers.amount());
      out.name("ratio").value(numbers.ratio());
      out.name("factor").value(numbers.factor());
      out.endObject();
    }

    @Override
    public Numbers read(JsonReader in) throws IOException {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> id = in.nextInt();
          case "counter" -> counter = in.nextLong();
          case "offset" -> offset = in.nextLong();
          case "amount" -> amount = in.nextDouble();
          case "ratio" -> ratio = in.nextDouble();
          case "factor" -> factor = in.nextDouble();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  static final class OfNumbersBean extends TypeAdapter<NumbersBean> {
    @Override
    public void write(JsonWriter out, NumbersBean numbers) throws IOException {
      out.beginObject();
      out.name("id").value(numbers.getId());
      out.name("counter").value(numbers.getCounter());
      out.name("offset").value(numbers.getOffset());
      out.name("amount").value(numbers.getAmount());
      out.name("ratio").value(numbers.getRatio());
      out.name("factor").value(numbers.getFactor());
      out.endObject();
    }

    @Override
    public NumbersBean read(JsonReader in) throws IOException {
      NumbersBean numbers = new NumbersBean();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> numbers.setId(in.nextInt());
          case "counter" -> numbers.setCounter(in.nextLong());
          case "offset" -> numbers.setOffset(in.nextLong());
          case "amount" -> numbers.setAmount(in.nextDouble());
          case "ratio" -> numbers.setRatio(in.nextDouble());
          case "factor" -> numbers.setFactor(in.nextDouble());
          default -> in.skipValue();
        }
      }
      in.endObject();
      return numbers;
    }
  }

  static final class OfMessage extends TypeAdapter<Message> {
    @Override
    public void write(JsonWriter out, Message message) throws IOException {
      out.beginObject();
      out.name("message").value(message.message());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public Message read(JsonReader in) throws IOException {
      @Nullable String message = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "message" -> message = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Message(message);
    }
  }

  static final class OfApplicationInfo extends TypeAdapter<ApplicationInfo> {
    @Override
    public void write(JsonWriter out, ApplicationInfo info) throws IOException {
      out.beginObject();
      out.name("name").value(info.name());
      out.name("releaseYear").value(info.releaseYear());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public ApplicationInfo read(JsonReader in) throws IOException {
      @Nullable String name = null;
      int releaseYear = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "name" -> name = text(in);
          case "releaseYear" -> releaseYear = in.nextInt();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new ApplicationInfo(name, releaseYear);
    }
  }

  static final class OfKeyValue extends TypeAdapter<KeyValue> {
    @Override
    public void write(JsonWriter out, KeyValue pair) throws IOException {
      out.beginObject();
      out.name("key").value(pair.key());
      out.name("value").value(pair.value());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public KeyValue read(JsonReader in) throws IOException {
      @Nullable String key = null;
      @Nullable String value = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "key" -> key = text(in);
          case "value" -> value = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new KeyValue(key, value);
    }
  }
}
