package requestpath.codec.json.gson;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/** {@link Numbers} and its bean, written and read by hand for Gson. */
final class GsonNumbersAdapters {
  private GsonNumbersAdapters() {}

  static final class OfRecord extends TypeAdapter<Numbers> {
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

  static final class OfBean extends TypeAdapter<NumbersBean> {
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
}
