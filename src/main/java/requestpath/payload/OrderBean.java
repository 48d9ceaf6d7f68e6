package requestpath.payload;

import com.dslplatform.json.JsonAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Order} as a class with getters and setters. */
public final class OrderBean implements Bean {
  @JsonAttribute(index = 1)
  private long id;

  @JsonAttribute(index = 2)
  private @Nullable String customer = "";

  @JsonAttribute(index = 3)
  private @Nullable AddressBean address;

  @JsonAttribute(index = 4)
  private List<OrderLineBean> lines = List.of();

  @JsonAttribute(index = 5)
  private double total;

  @JsonAttribute(index = 6)
  private boolean paid;

  @JsonAttribute(index = 7)
  private @Nullable String note = "";

  /** An empty bean, for libraries to fill. */
  public OrderBean() {}

  /** The same values as a bean. */
  static OrderBean of(Order order) {
    OrderBean bean = new OrderBean();
    bean.id = order.id();
    bean.customer = order.customer();
    bean.address = order.address() == null ? null : AddressBean.of(order.address());
    bean.lines = order.lines().stream().map(OrderLineBean::of).toList();
    bean.total = order.total();
    bean.paid = order.paid();
    bean.note = order.note();
    return bean;
  }

  /** See {@link Order#id}. */
  public long getId() {
    return id;
  }

  /** See {@link Order#id}. */
  public void setId(long id) {
    this.id = id;
  }

  /** See {@link Order#customer}. */
  public @Nullable String getCustomer() {
    return customer;
  }

  /** See {@link Order#customer}. */
  public void setCustomer(@Nullable String customer) {
    this.customer = customer;
  }

  /** See {@link Order#address}. */
  public @Nullable AddressBean getAddress() {
    return address;
  }

  /** See {@link Order#address}. */
  public void setAddress(@Nullable AddressBean address) {
    this.address = address;
  }

  /** See {@link Order#lines}. */
  public List<OrderLineBean> getLines() {
    return lines;
  }

  /** See {@link Order#lines}. */
  public void setLines(List<OrderLineBean> lines) {
    this.lines = lines;
  }

  /** See {@link Order#total}. */
  public double getTotal() {
    return total;
  }

  /** See {@link Order#total}. */
  public void setTotal(double total) {
    this.total = total;
  }

  /** See {@link Order#paid}. */
  public boolean isPaid() {
    return paid;
  }

  /** See {@link Order#paid}. */
  public void setPaid(boolean paid) {
    this.paid = paid;
  }

  /** See {@link Order#note}. */
  public @Nullable String getNote() {
    return note;
  }

  /** See {@link Order#note}. */
  public void setNote(@Nullable String note) {
    this.note = note;
  }

  @Override
  public Order toRecord() {
    List<@Nullable OrderLine> records = new ArrayList<>(lines.size());
    for (@Nullable OrderLineBean line : lines) {
      records.add(line == null ? null : line.toRecord());
    }
    return new Order(
        id, customer, address == null ? null : address.toRecord(), records, total, paid, note);
  }
}
