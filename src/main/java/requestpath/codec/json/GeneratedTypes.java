package requestpath.codec.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import io.micronaut.serde.annotation.SerdeImport;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.OrderLineBean;
import requestpath.payload.Payload;

/**
 * Names the types for which libraries generate code, so that {@link Payload} need not know of them.
 * DSL-JSON's processor follows the fields of an annotated class
 * (https://github.com/ngs-doo/dsl-json/issues/224); avaje-jsonb and Micronaut Serialization have an
 * annotation that imports types.
 */
@CompiledJson
@Json.Import({
  Item.class,
  ItemBean.class,
  Numbers.class,
  NumbersBean.class,
  Order.class,
  OrderBean.class,
  OrderLine.class,
  OrderLineBean.class,
  Address.class,
  AddressBean.class,
  Message.class,
  ApplicationInfo.class,
  KeyValue.class
})
@SerdeImport(Item.class)
@SerdeImport(value = ItemBean.class, mixin = MicronautMixins.OfItem.class)
@SerdeImport(Numbers.class)
@SerdeImport(NumbersBean.class)
@SerdeImport(Order.class)
@SerdeImport(value = OrderBean.class, mixin = MicronautMixins.OfOrder.class)
@SerdeImport(OrderLine.class)
@SerdeImport(value = OrderLineBean.class, mixin = MicronautMixins.OfOrderLine.class)
@SerdeImport(Address.class)
@SerdeImport(value = AddressBean.class, mixin = MicronautMixins.OfAddress.class)
@SerdeImport(Message.class)
@SerdeImport(ApplicationInfo.class)
@SerdeImport(KeyValue.class)
public final class GeneratedTypes {
  /** {@link requestpath.payload.Binding#RECORD}. */
  public @Nullable Item item;

  /** {@link requestpath.payload.Binding#BEAN}. */
  public @Nullable ItemBean itemBean;

  /** Numbers as a record. */
  public @Nullable Numbers numbers;

  /** Numbers as a bean. */
  public @Nullable NumbersBean numbersBean;

  /** An order as a record; its parts follow. */
  public @Nullable Order order;

  /** An order as a bean; its parts follow. */
  public @Nullable OrderBean orderBean;

  /** The hello services' answer. */
  public @Nullable Message message;

  /** The application info services' answer. */
  public @Nullable ApplicationInfo applicationInfo;

  /** The exchange services' request. */
  public @Nullable KeyValue keyValue;
}
