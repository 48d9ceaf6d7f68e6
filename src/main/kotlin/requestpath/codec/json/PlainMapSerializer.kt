package requestpath.codec.json

import java.math.BigInteger
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double

/**
 * Maps of plain values through [JsonObject]. The library has no serializer of `Any`
 * (https://github.com/Kotlin/kotlinx.serialization/issues/746), so this is its documented way
 * through a surrogate
 * (https://github.com/Kotlin/kotlinx.serialization/blob/master/docs/serializers.md#composite-serializer-via-surrogate).
 */
internal object PlainMapSerializer : KSerializer<Map<String, Any?>> {
    private val surrogate = JsonObject.serializer()

    override val descriptor = surrogate.descriptor

    override fun serialize(encoder: Encoder, value: Map<String, Any?>) =
        encoder.encodeSerializableValue(surrogate, element(value))

    override fun deserialize(decoder: Decoder): Map<String, Any?> =
        plain(decoder.decodeSerializableValue(surrogate))

    private fun element(map: Map<*, *>): JsonObject {
        val members = LinkedHashMap<String, JsonElement>(capacity(map.size))
        map.forEach { (name, value) -> members[name as String] = element(value) }
        return JsonObject(members)
    }

    private fun element(value: Any?): JsonElement =
        when (value) {
            null -> JsonNull
            is String -> JsonPrimitive(value)
            is Number -> JsonPrimitive(value)
            is Boolean -> JsonPrimitive(value)
            is Map<*, *> -> element(value)
            is List<*> -> JsonArray(value.map(::element))
            else -> throw SerializationException("no JSON form for ${value.javaClass.name}")
        }

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
