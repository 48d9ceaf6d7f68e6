package requestpath.payload;

import com.dslplatform.json.JsonAttribute;
import org.jspecify.annotations.Nullable;

/** {@link Address} as a class with getters and setters. */
public final class AddressBean implements Bean {
  @JsonAttribute(index = 1)
  private @Nullable String street = "";

  @JsonAttribute(index = 2)
  private @Nullable String city = "";

  @JsonAttribute(index = 3)
  private @Nullable String postcode = "";

  @JsonAttribute(index = 4)
  private @Nullable String country = "";

  /** An empty bean, for libraries to fill. */
  public AddressBean() {}

  /** The same values as a bean. */
  static AddressBean of(Address address) {
    AddressBean bean = new AddressBean();
    bean.street = address.street();
    bean.city = address.city();
    bean.postcode = address.postcode();
    bean.country = address.country();
    return bean;
  }

  /** See {@link Address#street}. */
  public @Nullable String getStreet() {
    return street;
  }

  /** See {@link Address#street}. */
  public void setStreet(@Nullable String street) {
    this.street = street;
  }

  /** See {@link Address#city}. */
  public @Nullable String getCity() {
    return city;
  }

  /** See {@link Address#city}. */
  public void setCity(@Nullable String city) {
    this.city = city;
  }

  /** See {@link Address#postcode}. */
  public @Nullable String getPostcode() {
    return postcode;
  }

  /** See {@link Address#postcode}. */
  public void setPostcode(@Nullable String postcode) {
    this.postcode = postcode;
  }

  /** See {@link Address#country}. */
  public @Nullable String getCountry() {
    return country;
  }

  /** See {@link Address#country}. */
  public void setCountry(@Nullable String country) {
    this.country = country;
  }

  @Override
  public Address toRecord() {
    return new Address(street, city, postcode, country);
  }
}
