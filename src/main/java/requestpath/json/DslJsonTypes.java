package requestpath.json;

import com.dslplatform.json.CompiledJson;
import org.jspecify.annotations.Nullable;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;

/**
 * Names the types for which DSL-JSON generates code: its processor follows the fields of an
 * annotated class, so the payload need not know of it
 * (https://github.com/ngs-doo/dsl-json/issues/224).
 */
@CompiledJson
public final class DslJsonTypes {
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
