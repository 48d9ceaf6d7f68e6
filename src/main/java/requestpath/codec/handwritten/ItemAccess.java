package requestpath.codec.handwritten;

import org.jspecify.annotations.Nullable;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/**
 * Makes items and reads their fields, so that a format needs one template for records and beans. A
 * JVM that measures one binding loads one subclass and inlines its calls.
 *
 * @param <T> {@link Item} or {@link ItemBean}
 */
public abstract class ItemAccess<T> {
  private ItemAccess() {}

  /** The access to this class of items; null for any other class. */
  public static @Nullable ItemAccess<?> of(Class<?> element) {
    if (element == Item.class) {
      return new OfRecord();
    }
    return element == ItemBean.class ? new OfBean() : null;
  }

  /** A new item. */
  public abstract T make(
      int id,
      @Nullable String name,
      @Nullable String description,
      @Nullable String type,
      int count,
      double created_at);

  /** See {@link Item#id}. */
  public abstract int id(T item);

  /** See {@link Item#name}. */
  public abstract @Nullable String name(T item);

  /** See {@link Item#description}. */
  public abstract @Nullable String description(T item);

  /** See {@link Item#type}. */
  public abstract @Nullable String type(T item);

  /** See {@link Item#count}. */
  public abstract int count(T item);

  /** See {@link Item#created_at}. */
  public abstract double createdAt(T item);

  private static final class OfRecord extends ItemAccess<Item> {
    @Override
    public Item make(
        int id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        int count,
        double created_at) {
      return new Item(id, name, description, type, count, created_at);
    }

    @Override
    public int id(Item item) {
      return item.id();
    }

    @Override
    public @Nullable String name(Item item) {
      return item.name();
    }

    @Override
    public @Nullable String description(Item item) {
      return item.description();
    }

    @Override
    public @Nullable String type(Item item) {
      return item.type();
    }

    @Override
    public int count(Item item) {
      return item.count();
    }

    @Override
    public double createdAt(Item item) {
      return item.created_at();
    }
  }

  private static final class OfBean extends ItemAccess<ItemBean> {
    @Override
    public ItemBean make(
        int id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        int count,
        double created_at) {
      ItemBean item = new ItemBean();
      item.setId(id);
      item.setName(name);
      item.setDescription(description);
      item.setType(type);
      item.setCount(count);
      item.setCreated_at(created_at);
      return item;
    }

    @Override
    public int id(ItemBean item) {
      return item.getId();
    }

    @Override
    public @Nullable String name(ItemBean item) {
      return item.getName();
    }

    @Override
    public @Nullable String description(ItemBean item) {
      return item.getDescription();
    }

    @Override
    public @Nullable String type(ItemBean item) {
      return item.getType();
    }

    @Override
    public int count(ItemBean item) {
      return item.getCount();
    }

    @Override
    public double createdAt(ItemBean item) {
      return item.getCreated_at();
    }
  }
}
