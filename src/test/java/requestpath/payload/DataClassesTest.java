package requestpath.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataClassesTest {
  @ParameterizedTest
  @EnumSource
  void aDataClassHoldsTheValuesOfItsRecord(Payload payload) {
    Stream.concat(
            payload.values(Binding.RECORD, 50).stream(),
            payload.probeValues(Binding.RECORD).stream())
        .forEach(
            value -> assertThat(((RecordForm) DataClasses.of(value)).toRecord()).isEqualTo(value));
  }

  @ParameterizedTest
  @EnumSource
  void aDataClassHasTheComponentsOfItsRecord(Payload payload) {
    Shape<?> shape = payload.one(Binding.RECORD);
    assertThat(fields(DataClasses.shape(shape).element())).isEqualTo(components(shape.element()));
  }

  private static List<String> fields(Class<?> type) {
    return Stream.of(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .map(DataClassesTest::named)
        .toList();
  }

  private static String named(Field field) {
    return field.getType().getSimpleName().replaceFirst("Data$", "") + " " + field.getName();
  }

  private static List<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(DataClassesTest::named).toList();
  }

  private static String named(RecordComponent component) {
    return component.getType().getSimpleName() + " " + component.getName();
  }

  @Test
  void whatHasNoDataClassIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataClasses.of(new Message("Hello")))
        .withMessage("requestpath.payload.Message has no data class");
    Shape<Message> messages = Shape.one(Message.class);
    assertThat(DataClasses.shape(messages)).isEqualTo(messages);
    assertThat(DataClasses.standFor(messages)).isFalse();
  }

  @Test
  void whatIsNoRecordStaysAsItIs() {
    Object bean = Payload.DOCUMENT.values(Binding.BEAN, 1).get(0);
    assertThat(DataClasses.of(bean)).isSameAs(bean);
  }
}
