package requestpath.payload;

import com.dslplatform.json.JsonAttribute;
import org.jspecify.annotations.Nullable;

/**
 * {@link Item} as a class with getters and setters: the form of most code bases.
 *
 * <p>DSL-JSON gathers the properties of a class in a hash map; without an index on each it writes
 * them in hash order and takes its slow path for any document in another one.
 */
public final class ItemBean implements Bean {
  @JsonAttribute(index = 1)
  private int id;

  @JsonAttribute(index = 2)
  private @Nullable String name = "";

  @JsonAttribute(index = 3)
  private @Nullable String description = "";

  @JsonAttribute(index = 4)
  private @Nullable String type = "";

  @JsonAttribute(index = 5)
  private int count;

  @JsonAttribute(index = 6)
  private double created_at;

  /** An empty bean, for libraries to fill. */
  public ItemBean() {}

  /** The same values as a bean. */
  static ItemBean of(Item item) {
    ItemBean bean = new ItemBean();
    bean.id = item.id();
    bean.name = item.name();
    bean.description = item.description();
    bean.type = item.type();
    bean.count = item.count();
    bean.created_at = item.created_at();
    return bean;
  }

  /** See {@link Item#id}. */
  public int getId() {
    return id;
  }

  /** See {@link Item#id}. */
  public void setId(int id) {
    this.id = id;
  }

  /** See {@link Item#name}. */
  public @Nullable String getName() {
    return name;
  }

  /** See {@link Item#name}. */
  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** See {@link Item#description}. */
  public @Nullable String getDescription() {
    return description;
  }

  /** See {@link Item#description}. */
  public void setDescription(@Nullable String description) {
    this.description = description;
  }

  /** See {@link Item#type}. */
  public @Nullable String getType() {
    return type;
  }

  /** See {@link Item#type}. */
  public void setType(@Nullable String type) {
    this.type = type;
  }

  /** See {@link Item#count}. */
  public int getCount() {
    return count;
  }

  /** See {@link Item#count}. */
  public void setCount(int count) {
    this.count = count;
  }

  /** See {@link Item#created_at}. */
  public double getCreated_at() {
    return created_at;
  }

  /** See {@link Item#created_at}. */
  public void setCreated_at(double created_at) {
    this.created_at = created_at;
  }

  @Override
  public Item toRecord() {
    return new Item(id, name, description, type, count, created_at);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemBean bean && toRecord().equals(bean.toRecord());
  }

  @Override
  public int hashCode() {
    return toRecord().hashCode();
  }

  @Override
  public String toString() {
    return toRecord().toString();
  }
}
