package requestpath.codec.json.gson;

import static requestpath.codec.json.gson.GsonFields.text;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/** {@link Item} and its bean, written and read by hand for Gson. */
final class GsonItemAdapters {
  private GsonItemAdapters() {}

  static final class OfRecord extends TypeAdapter<Item> {
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

  static final class OfBean extends TypeAdapter<ItemBean> {
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
}
