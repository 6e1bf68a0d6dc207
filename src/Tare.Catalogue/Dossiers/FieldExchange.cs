using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>
/// The fields of a record, read or written by the same table: a reader ignores the value handed to it and returns the one in the file,
/// a writer writes the value and returns it. So nothing can be written that is not read back.
/// </summary>
internal abstract class FieldExchange
{
    public abstract string Text(string key, string value);

    public abstract string? OptionalText(string key, string? value);

    public abstract ValueList<string> Texts(string key, ValueList<string> values);

    public abstract double Number(string key, double value);

    public abstract double? OptionalNumber(string key, double? value);

    public abstract int Integer(string key, int value);

    public abstract int? OptionalInteger(string key, int? value);

    /// <summary>True or false; false is left out.</summary>
    public abstract bool Flag(string key, bool value);

    /// <summary>True or false; what is not known is left out.</summary>
    public abstract bool? OptionalFlag(string key, bool? value);

    public abstract T Choice<T>(string key, T value)
        where T : struct, Enum;

    /// <summary>One of the names of a choice; the first is left out.</summary>
    public abstract T DefaultedChoice<T>(string key, T value)
        where T : struct, Enum;

    public abstract T? OptionalChoice<T>(string key, T? value)
        where T : struct, Enum;

    /// <summary>A date; one that is not known is written as such.</summary>
    public abstract PartialDate Date(string key, PartialDate value);

    /// <summary>A date; one that is not known is left out.</summary>
    public abstract PartialDate DateOrUnknown(string key, PartialDate value);

    public abstract PartialDate? OptionalDate(string key, PartialDate? value);

    public abstract DateOnly Day(string key, DateOnly value);

    public abstract Stance? OptionalStance(string key, Stance? value);

    public abstract T? OptionalRecord<T>(string key, T? value, RecordTable<T> table)
        where T : class;

    public abstract ValueList<T> Records<T>(string key, ValueList<T> values, RecordTable<T> table)
        where T : class;

    public T Record<T>(string key, T value, RecordTable<T> table)
        where T : class => RequiredRecord(key, value, table);

    protected abstract T RequiredRecord<T>(string key, T value, RecordTable<T> table)
        where T : class;
}
