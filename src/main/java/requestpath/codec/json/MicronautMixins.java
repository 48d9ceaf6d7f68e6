package requestpath.codec.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nullable;
import requestpath.payload.AddressBean;

/**
 * Tells Micronaut Serialization which properties of the beans may be null. The beans use JSpecify's
 * type annotation, which compilers before JDK 22 do not show to annotation processors
 * (https://github.com/micronaut-projects/micronaut-core/issues/11855).
 *
 * <p>A mixin is the library's way to configure types that cannot be annotated
 * (https://micronaut-projects.github.io/micronaut-serialization/latest/guide/#serdeImport). It
 * looks only at methods with an annotation of serialization, so each method has a {@code
 * JsonProperty}.
 */
final class MicronautMixins {
  private MicronautMixins() {}

  /** For {@link requestpath.payload.ItemBean}. */
  interface OfItem {
    @JsonProperty("name")
    @Nullable
    String getName();

    @JsonProperty("description")
    @Nullable
    String getDescription();

    @JsonProperty("type")
    @Nullable
    String getType();
  }

  /** For {@link requestpath.payload.OrderBean}. */
  interface OfOrder {
    @JsonProperty("customer")
    @Nullable
    String getCustomer();

    @JsonProperty("address")
    @Nullable
    AddressBean getAddress();

    @JsonProperty("note")
    @Nullable
    String getNote();
  }

  /** For {@link requestpath.payload.OrderLineBean}. */
  interface OfOrderLine {
    @JsonProperty("article")
    @Nullable
    String getArticle();
  }

  /** For {@link AddressBean}. */
  interface OfAddress {
    @JsonProperty("street")
    @Nullable
    String getStreet();

    @JsonProperty("city")
    @Nullable
    String getCity();

    @JsonProperty("postcode")
    @Nullable
    String getPostcode();

    @JsonProperty("country")
    @Nullable
    String getCountry();
  }
}
