package requestpath.codec.handwritten;

import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.OrderLineBean;

/**
 * Makes orders with their parts and reads their fields; see {@link ItemAccess}. Longer than most:
 * every field of three types, for records and for beans, and nothing else.
 *
 * @param <O> {@link Order} or {@link OrderBean}
 * @param <A> {@link Address} or {@link AddressBean}
 * @param <L> {@link OrderLine} or {@link OrderLineBean}
 */
public abstract class OrderAccess<O, A, L> {
  /** A new order. */
  public abstract O make(
      long id,
      @Nullable String customer,
      @Nullable A address,
      List<L> lines,
      double total,
      boolean paid,
      @Nullable String note);

  /** A new address. */
  public abstract A makeAddress(
      @Nullable String street,
      @Nullable String city,
      @Nullable String postcode,
      @Nullable String country);

  /** A new line. */
  public abstract L makeLine(@Nullable String article, int quantity, double price);

  /** See {@link Order#id}. */
  public abstract long id(O order);

  /** See {@link Order#customer}. */
  public abstract @Nullable String customer(O order);

  /** See {@link Order#address}. */
  public abstract @Nullable A address(O order);

  /** See {@link Order#lines}. */
  public abstract List<L> lines(O order);

  /** See {@link Order#total}. */
  public abstract double total(O order);

  /** See {@link Order#paid}. */
  public abstract boolean paid(O order);

  /** See {@link Order#note}. */
  public abstract @Nullable String note(O order);

  /** See {@link Address#street}. */
  public abstract @Nullable String street(A address);

  /** See {@link Address#city}. */
  public abstract @Nullable String city(A address);

  /** See {@link Address#postcode}. */
  public abstract @Nullable String postcode(A address);

  /** See {@link Address#country}. */
  public abstract @Nullable String country(A address);

  /** See {@link OrderLine#article}. */
  public abstract @Nullable String article(L line);

  /** See {@link OrderLine#quantity}. */
  public abstract int quantity(L line);

  /** See {@link OrderLine#price}. */
  public abstract double price(L line);

  /** For the records. */
  public static final class OfRecord extends OrderAccess<Order, Address, OrderLine> {
    /** For the records. */
    public OfRecord() {}

    @Override
    public Order make(
        long id,
        @Nullable String customer,
        @Nullable Address address,
        List<OrderLine> lines,
        double total,
        boolean paid,
        @Nullable String note) {
      return new Order(id, customer, address, lines, total, paid, note);
    }

    @Override
    public Address makeAddress(
        @Nullable String street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {
      return new Address(street, city, postcode, country);
    }

    @Override
    public OrderLine makeLine(@Nullable String article, int quantity, double price) {
      return new OrderLine(article, quantity, price);
    }

    @Override
    public long id(Order order) {
      return order.id();
    }

    @Override
    public @Nullable String customer(Order order) {
      return order.customer();
    }

    @Override
    public @Nullable Address address(Order order) {
      return order.address();
    }

    @Override
    public List<OrderLine> lines(Order order) {
      return order.lines();
    }

    @Override
    public double total(Order order) {
      return order.total();
    }

    @Override
    public boolean paid(Order order) {
      return order.paid();
    }

    @Override
    public @Nullable String note(Order order) {
      return order.note();
    }

    @Override
    public @Nullable String street(Address address) {
      return address.street();
    }

    @Override
    public @Nullable String city(Address address) {
      return address.city();
    }

    @Override
    public @Nullable String postcode(Address address) {
      return address.postcode();
    }

    @Override
    public @Nullable String country(Address address) {
      return address.country();
    }

    @Override
    public @Nullable String article(OrderLine line) {
      return line.article();
    }

    @Override
    public int quantity(OrderLine line) {
      return line.quantity();
    }

    @Override
    public double price(OrderLine line) {
      return line.price();
    }
  }

  /** For the beans. */
  public static final class OfBean extends OrderAccess<OrderBean, AddressBean, OrderLineBean> {
    /** For the beans. */
    public OfBean() {}

    @Override
    public OrderBean make(
        long id,
        @Nullable String customer,
        @Nullable AddressBean address,
        List<OrderLineBean> lines,
        double total,
        boolean paid,
        @Nullable String note) {
      OrderBean order = new OrderBean();
      order.setId(id);
      order.setCustomer(customer);
      order.setAddress(address);
      order.setLines(lines);
      order.setTotal(total);
      order.setPaid(paid);
      order.setNote(note);
      return order;
    }

    @Override
    public AddressBean makeAddress(
        @Nullable String street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {
      AddressBean address = new AddressBean();
      address.setStreet(street);
      address.setCity(city);
      address.setPostcode(postcode);
      address.setCountry(country);
      return address;
    }

    @Override
    public OrderLineBean makeLine(@Nullable String article, int quantity, double price) {
      OrderLineBean line = new OrderLineBean();
      line.setArticle(article);
      line.setQuantity(quantity);
      line.setPrice(price);
      return line;
    }

    @Override
    public long id(OrderBean order) {
      return order.getId();
    }

    @Override
    public @Nullable String customer(OrderBean order) {
      return order.getCustomer();
    }

    @Override
    public @Nullable AddressBean address(OrderBean order) {
      return order.getAddress();
    }

    @Override
    public List<OrderLineBean> lines(OrderBean order) {
      return order.getLines();
    }

    @Override
    public double total(OrderBean order) {
      return order.getTotal();
    }

    @Override
    public boolean paid(OrderBean order) {
      return order.isPaid();
    }

    @Override
    public @Nullable String note(OrderBean order) {
      return order.getNote();
    }

    @Override
    public @Nullable String street(AddressBean address) {
      return address.getStreet();
    }

    @Override
    public @Nullable String city(AddressBean address) {
      return address.getCity();
    }

    @Override
    public @Nullable String postcode(AddressBean address) {
      return address.getPostcode();
    }

    @Override
    public @Nullable String country(AddressBean address) {
      return address.getCountry();
    }

    @Override
    public @Nullable String article(OrderLineBean line) {
      return line.getArticle();
    }

    @Override
    public int quantity(OrderLineBean line) {
      return line.getQuantity();
    }

    @Override
    public double price(OrderLineBean line) {
      return line.getPrice();
    }
  }
}
