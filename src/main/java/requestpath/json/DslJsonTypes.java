package requestpath.json;

import com.dslplatform.json.CompiledJson;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

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
}
