package requestpath.codec.json

import kotlinx.serialization.KSerializer
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.json.Json
import requestpath.codec.AddedCheckException
import requestpath.codec.LibraryCatalogue
import requestpath.payload.DataClasses
import requestpath.payload.ItemData
import requestpath.payload.NumbersData
import requestpath.payload.OrderData
import requestpath.payload.Shape
import requestpath.payload.Support

/**
 * kotlinx.serialization's JSON: what Ktor uses.
 *
 * RECORD is Kotlin's data classes ([DataClasses]), which have the components of the records,
 * because the library has no serializer for Java's classes. The compiler plugin generates a
 * serializer for each data class (https://kotlinlang.org/docs/serialization.html). Values are
 * created in these classes before the measurement and compared with the records after it, so the
 * measurement contains no conversion.
 *
 * One `Json`, which is immutable and safe from many threads and which its guide asks to be kept
 * (https://github.com/Kotlin/kotlinx.serialization/blob/master/docs/json.md#json-configuration), and
 * one serializer for the shape, kept as well. Bytes are a String before or after, as in Ktor's
 * converter
 * (https://github.com/ktorio/ktor/blob/main/ktor-shared/ktor-serialization/ktor-serialization-kotlinx/common/src/io/ktor/serialization/kotlinx/KotlinxSerializationConverter.kt).
 * The forms for streams are experimental, and in memory its authors measured them slower
 * (https://github.com/Kotlin/kotlinx.serialization/issues/2186), also those of kotlinx-io, on which
 * Ktor's experimental `jsonIo` is built, and of Okio
 * (https://github.com/Kotlin/kotlinx.serialization/pull/3225, where the text to read is a String
 * already). Here, through `encodeToStream` writing
 * took 1.6 times the time; through `decodeFromStream`, reading took the same.
 *
 * Settings that make the answer equal to the others': unknown fields are ignored. Nulls are written
 * by default. A field that is missing is refused, as the data classes have no default values. All
 * else is the library's default. Ktor's own default also reads texts and names without quotes
 * (`isLenient`, for which texts take another path of code) and writes NaN and infinity
 * (https://github.com/ktorio/ktor/blob/main/ktor-shared/ktor-serialization/ktor-serialization-kotlinx/ktor-serialization-kotlinx-json/common/src/io/ktor/serialization/kotlinx/json/JsonSupport.kt):
 * that is not JSON, so it is not set and not measured here. `useAlternativeNames`, which its documentation turns off
 * for speed, is looked at for unknown fields alone, and the payloads have none.
 *
 * Depth is limited to 400 when maps are read, its default; in what is written, by the stack alone:
 * the error is turned into an exception here.
 *
 * Maps have a serializer by hand ([PlainMapSerializer]), which is part of the time. It writes them
 * without a tree and reads them through `JsonObject`: to read that tree alone took 0.36 of the time,
 * as it keeps numbers as text. A program that works on the tree itself does without the rest.
 *
 * Not refused, for which there is no setting: numbers, `true` and `false` in quotes; numbers that
 * Kotlin accepts and JSON does not, such as `01` and `.5`; control characters within a text. An
 * integer beyond a long wraps in an int or long field if its check for an overflow does not notice
 * (https://github.com/Kotlin/kotlinx.serialization/blob/v1.13.0/formats/json/commonMain/src/kotlinx/serialization/json/internal/lexer/AbstractJsonLexer.kt).
 */
class KotlinxCodec<T : Any>(private val shape: Shape<T>) : JsonCodec<T> {
    private val serializer = serializer(shape)

    override fun toBytes(value: T): ByteArray = toText(value).encodeToByteArray()

    override fun toText(value: T): String =
        refusingDeepNesting { json.encodeToString(serializer, value) }

    override fun fromBytes(bytes: ByteArray): T =
        refusingDeepNesting { json.decodeFromString(serializer, bytes.decodeToString()) }

    override fun description(): String =
        "kotlinx-serialization-json ${LibraryCatalogue.version(ARTEFACT)}: Json.encodeToString, " +
            "for bytes with encodeToByteArray, Json.decodeFromString of decodeToString, with " +
            elementSerializer(shape).javaClass.name +
            if (shape.isMap) ", which reads through JsonObject" else ""

    companion object {
        private const val ARTEFACT = "org.jetbrains.kotlinx:kotlinx-serialization-json-jvm"

        private val json = Json { ignoreUnknownKeys = true }

        /** What is known of the variant before it runs. */
        @JvmStatic
        fun descriptor(): JsonDescriptor = JsonDescriptor.supporting(::supports)

        private fun supports(shape: Shape<*>): Support =
            if (shape.isMap || DataClasses.standFor(shape)) {
                Support.YES
            } else {
                Support.no(
                    "it serializes only Kotlin's classes, and there is no data class for " +
                        "${shape.element.simpleName} here",
                    "https://kotlinlang.org/docs/serialization.html",
                )
            }

        @Suppress("UNCHECKED_CAST") // The shape says that its type is T's.
        private fun <T : Any> serializer(shape: Shape<T>): KSerializer<T> {
            val element = elementSerializer(shape)
            return (if (shape.isList) ListSerializer(element) else element) as KSerializer<T>
        }

        private fun elementSerializer(shape: Shape<*>): KSerializer<*> =
            when (DataClasses.shape(shape).element) {
                Map::class.java -> PlainMapSerializer
                ItemData::class.java -> ItemData.serializer()
                NumbersData::class.java -> NumbersData.serializer()
                OrderData::class.java -> OrderData.serializer()
                else -> throw UnsupportedOperationException(supports(shape).reason)
            }

        private inline fun <R> refusingDeepNesting(action: () -> R): R =
            try {
                action()
            } catch (e: StackOverflowError) {
                throw AddedCheckException(e)
            }
    }
}
