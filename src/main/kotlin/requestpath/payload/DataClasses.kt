package requestpath.payload

import kotlinx.serialization.Serializable

/**
 * [Item] as a Kotlin data class, for the libraries that bind Kotlin's classes and no records.
 *
 * Like all classes here it has the record's components, in the same order and with the same types,
 * and no default values.
 */
@Serializable
data class ItemData(
    val id: Int,
    val name: String?,
    val description: String?,
    val type: String?,
    val count: Int,
    val created_at: Double,
) : RecordForm {
    override fun toRecord() = Item(id, name, description, type, count, created_at)
}

/** [Numbers] as a Kotlin data class. */
@Serializable
data class NumbersData(
    val id: Int,
    val counter: Long,
    val offset: Long,
    val amount: Double,
    val ratio: Double,
    val factor: Double,
) : RecordForm {
    override fun toRecord() = Numbers(id, counter, offset, amount, ratio, factor)
}

/** [Order] as a Kotlin data class. */
@Serializable
data class OrderData(
    val id: Long,
    val customer: String?,
    val address: AddressData?,
    val lines: List<OrderLineData>,
    val total: Double,
    val paid: Boolean,
    val note: String?,
) : RecordForm {
    override fun toRecord() =
        Order(
            id,
            customer,
            address?.toRecord(),
            lines.map(OrderLineData::toRecord),
            total,
            paid,
            note,
        )
}

/** [Address] as a Kotlin data class. */
@Serializable
data class AddressData(
    val street: String?,
    val city: String?,
    val postcode: String?,
    val country: String?,
) : RecordForm {
    override fun toRecord() = Address(street, city, postcode, country)
}

/** [OrderLine] as a Kotlin data class. */
@Serializable
data class OrderLineData(val article: String?, val quantity: Int, val price: Double) : RecordForm {
    override fun toRecord() = OrderLine(article, quantity, price)
}

/** Which data class stands for which record. */
object DataClasses {
    /**
     * A record as the data class that stands for it; any other value as it is.
     *
     * @throws IllegalArgumentException when no data class stands for the record
     */
    @JvmStatic
    fun of(value: Any): Any =
        when (value) {
            is Item -> item(value)
            is Numbers -> numbers(value)
            is Order -> order(value)
            is Record -> throw IllegalArgumentException("${value.javaClass.name} has no data class")
            else -> value
        }

    /** The shape with the data class that stands for its records; else the same. */
    @JvmStatic
    fun shape(shape: Shape<*>): Shape<*> {
        val type = standingFor(shape.element)
        return if (shape.isList) Shape.list(type) else Shape.one<Any>(type)
    }

    private fun standingFor(type: Class<*>): Class<*> =
        when (type) {
            Item::class.java -> ItemData::class.java
            Numbers::class.java -> NumbersData::class.java
            Order::class.java -> OrderData::class.java
            else -> type
        }

    /** Whether a data class stands for the shape's records. */
    @JvmStatic
    fun standFor(shape: Shape<*>): Boolean = standingFor(shape.element) != shape.element

    private fun item(item: Item) =
        ItemData(
            item.id,
            item.name,
            item.description,
            item.type,
            item.count,
            item.created_at,
        )

    private fun numbers(numbers: Numbers) =
        NumbersData(
            numbers.id,
            numbers.counter,
            numbers.offset,
            numbers.amount,
            numbers.ratio,
            numbers.factor,
        )

    private fun order(order: Order) =
        OrderData(
            order.id,
            order.customer,
            order.address?.let { AddressData(it.street, it.city, it.postcode, it.country) },
            order.lines.map { OrderLineData(it.article, it.quantity, it.price) },
            order.total,
            order.paid,
            order.note,
        )
}
