package requestpath.codec.json

import java.math.BigInteger
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.JsonUnquotedLiteral
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double

/**
 * Maps of plain values. The library has no serializer of `Any`
 * (https://github.com/Kotlin/kotlinx.serialization/issues/746), so this is one by hand, as its guide
 * shows (https://github.com/Kotlin/kotlinx.serialization/blob/master/docs/serializers.md).
 *
 * Maps are written by the library's own serializers of maps and lists, each value by the encoder's
 * method for its type. They are read through [JsonObject], as its maintainers advise for data without
 * types (https://github.com/Kotlin/kotlinx.serialization/issues/2467): a decoder does not tell what
 * comes next.
 */
internal object PlainMapSerializer : KSerializer<Map<String, Any?>> {
    private val trees = JsonObject.serializer()

    override val descriptor = trees.descriptor

    override fun serialize(encoder: Encoder, value: Map<String, Any?>) =
        encoder.encodeSerializableValue(PlainValueSerializer.maps, value)

    override fun deserialize(decoder: Decoder): Map<String, Any?> =
        plain(decoder.decodeSerializableValue(trees))

    private fun plain(element: JsonObject): Map<String, Any?> {
        val map = LinkedHashMap<String, Any?>(capacity(element.size))
        element.forEach { (name, member) -> map[name] = plain(member) }
        return map
    }

    private fun plain(element: JsonElement): Any? =
        when (element) {
            is JsonNull -> null
            is JsonPrimitive -> if (element.isString) element.content else literal(element)
            is JsonObject -> plain(element)
            is JsonArray -> element.map(::plain)
        }

    /**
     * A number or a boolean: the library keeps its text and does not tell which. Its own
     * `longOrNull` wraps some integers beyond a long, so they are not read with it.
     */
    private fun literal(element: JsonPrimitive): Any {
        val text = element.content
        return when {
            text[0].isLetter() -> element.boolean
            text.any { it == '.' || it == 'e' || it == 'E' } -> element.double
            else -> text.toLongOrNull() ?: BigInteger(text)
        }
    }

    private fun capacity(size: Int) = size * 4 / 3 + 1
}

/** What is in such a map; never null itself. */
private object PlainValueSerializer : KSerializer<Any> {
    private val elements = JsonElement.serializer()

    override val descriptor = elements.descriptor

    /** Maps of plain values and nulls. */
    val maps = MapSerializer(String.serializer(), nullable)

    private val lists = ListSerializer(nullable)

    @Suppress("UNCHECKED_CAST") // Names in JSON are texts.
    override fun serialize(encoder: Encoder, value: Any) =
        when (value) {
            is String -> encoder.encodeString(value)
            is Int -> encoder.encodeInt(value)
            is Long -> encoder.encodeLong(value)
            is Double -> encoder.encodeDouble(value)
            is Boolean -> encoder.encodeBoolean(value)
            is Map<*, *> -> encoder.encodeSerializableValue(maps, value as Map<String, Any?>)
            is List<*> -> encoder.encodeSerializableValue(lists, value)
            // A JsonPrimitive would be rounded to a double.
            is BigInteger ->
                encoder.encodeSerializableValue(elements, JsonUnquotedLiteral(value.toString()))
            else -> throw SerializationException("no JSON form for ${value.javaClass.name}")
        }

    override fun deserialize(decoder: Decoder): Any =
        throw SerializationException("maps are read through JsonObject")
}
