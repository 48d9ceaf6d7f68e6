package requestpath.codec.handwritten;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/**
 * Turns items of one class into records and back, so that a format needs one template for records
 * and beans. The compiler inlines both functions and allocates no record for a bean.
 *
 * @param toRecord the values of an item
 * @param ofRecord an item of these values
 * @param <T> {@link Item} or {@link ItemBean}
 */
public record ItemBinding<T>(Function<T, Item> toRecord, Function<Item, T> ofRecord) {

  /** The binding of this class of items; null for any other class. */
  public static @Nullable ItemBinding<?> of(Class<?> element) {
    if (element == Item.class) {
      return new ItemBinding<Item>(item -> item, item -> item);
    }
    return element == ItemBean.class
        ? new ItemBinding<>(ItemBean::toRecord, ItemBinding::bean)
        : null;
  }

  private static ItemBean bean(Item item) {
    ItemBean bean = new ItemBean();
    bean.setId(item.id());
    bean.setName(item.name());
    bean.setDescription(item.description());
    bean.setType(item.type());
    bean.setCount(item.count());
    bean.setCreated_at(item.created_at());
    return bean;
  }
}
