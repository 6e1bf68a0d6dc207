namespace Tare.Web;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Numbers, printed with the column's digits.</summary>
    Number,

    /// <summary>Calendar days, ISO 8601.</summary>
    Date,

    /// <summary>Lower bound of the number before it; the upper bound is the next column.</summary>
    Lower,

    /// <summary>Upper bound that belongs to the column before.</summary>
    Upper,
}
