package requestpath.payload;

import com.dslplatform.json.JsonAttribute;
import org.jspecify.annotations.Nullable;

/** {@link OrderLine} as a class with getters and setters. */
public final class OrderLineBean implements Bean {
  @JsonAttribute(index = 1)
  private @Nullable String article = "";

  @JsonAttribute(index = 2)
  private int quantity;

  @JsonAttribute(index = 3)
  private double price;

  /** An empty bean, for libraries to fill. */
  public OrderLineBean() {}

  /** The same values as a bean. */
  static OrderLineBean of(OrderLine orderLine) {
    OrderLineBean bean = new OrderLineBean();
    bean.article = orderLine.article();
    bean.quantity = orderLine.quantity();
    bean.price = orderLine.price();
    return bean;
  }

  /** See {@link OrderLine#article}. */
  public @Nullable String getArticle() {
    return article;
  }

  /** See {@link OrderLine#article}. */
  public void setArticle(@Nullable String article) {
    this.article = article;
  }

  /** See {@link OrderLine#quantity}. */
  public int getQuantity() {
    return quantity;
  }

  /** See {@link OrderLine#quantity}. */
  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  /** See {@link OrderLine#price}. */
  public double getPrice() {
    return price;
  }

  /** See {@link OrderLine#price}. */
  public void setPrice(double price) {
    this.price = price;
  }

  @Override
  public OrderLine toRecord() {
    return new OrderLine(article, quantity, price);
  }
}
