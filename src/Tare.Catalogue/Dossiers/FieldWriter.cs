using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Writes the fields of one record, two spaces a level; the same record gives the same bytes.</summary>
internal sealed class FieldWriter : FieldExchange
{
    private readonly StringBuilder _text;
    private readonly int _indent;
    private bool _startsEntry;

    public FieldWriter(StringBuilder text, int indent = 0, bool startsEntry = false)
    {
        _text = text;
        _indent = indent;
        _startsEntry = startsEntry;
    }

    public override string Text(string key, string value)
    {
        Line(key, YamlScalar.Of(value));
        return value;
    }

    public override string? OptionalText(string key, string? value) => value is null ? null : Text(key, value);

    public override ValueList<string> Texts(string key, ValueList<string> values)
    {
        const int LongestLine = 120;
        if (values.Count == 0)
        {
            return values;
        }

        var flow = $"[{string.Join(", ", values.Select(YamlScalar.InFlow))}]";
        if (flow.Length + _indent + key.Length <= LongestLine)
        {
            Line(key, flow);
            return values;
        }

        Line(key, null);
        foreach (var value in values)
        {
            _text.Append(' ', _indent + 2).Append("- ").Append(YamlScalar.Of(value)).Append('\n');
        }

        return values;
    }

    public override double Number(string key, double value)
    {
        Line(key, value.ToString("R", CultureInfo.InvariantCulture));
        return value;
    }

    public override double? OptionalNumber(string key, double? value) => value is { } number ? Number(key, number) : null;

    public override int Integer(string key, int value)
    {
        Line(key, value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    public override int? OptionalInteger(string key, int? value) => value is { } number ? Integer(key, number) : null;

    public override bool Flag(string key, bool value)
    {
        if (value)
        {
            Line(key, "true");
        }

        return value;
    }

    public override bool? OptionalFlag(string key, bool? value)
    {
        if (value is { } flag)
        {
            Line(key, flag ? "true" : "false");
        }

        return value;
    }

    public override T Choice<T>(string key, T value)
    {
        Line(key, KebabCase.Of(value));
        return value;
    }

    public override T DefaultedChoice<T>(string key, T value) =>
        EqualityComparer<T>.Default.Equals(value, default) ? value : Choice(key, value);

    public override T? OptionalChoice<T>(string key, T? value) => value is { } choice ? Choice(key, choice) : null;

    public override PartialDate Date(string key, PartialDate value)
    {
        Line(key, value.ToString());
        return value;
    }

    public override PartialDate DateOrUnknown(string key, PartialDate value) => value.IsKnown ? Date(key, value) : value;

    public override PartialDate? OptionalDate(string key, PartialDate? value) => value is null ? null : Date(key, value);

    public override DateOnly Day(string key, DateOnly value)
    {
        Line(key, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return value;
    }

    public override Stance? OptionalStance(string key, Stance? value)
    {
        if (value?.Degree is { } degree)
        {
            Integer(key, degree);
        }
        else if (value is not null)
        {
            RequiredRecord(key, new StanceText(value), value.Choice is null ? StanceTables.Range : StanceTables.Choice);
        }

        return value;
    }

    public override T? OptionalRecord<T>(string key, T? value, RecordTable<T> table)
        where T : class => value is null ? null : RequiredRecord(key, value, table);

    public override ValueList<T> Records<T>(string key, ValueList<T> values, RecordTable<T> table)
    {
        if (values.Count > 0)
        {
            if (_indent == 0)
            {
                _text.Append('\n');
            }

            Line(key, null);
            foreach (var value in values)
            {
                table.Exchange(new FieldWriter(_text, _indent + 4, startsEntry: true), value);
            }
        }

        return values;
    }

    protected override T RequiredRecord<T>(string key, T value, RecordTable<T> table)
    {
        Line(key, null);
        table.Exchange(new FieldWriter(_text, _indent + 2), value);
        return value;
    }

    private void Line(string key, string? value)
    {
        if (_startsEntry)
        {
            _text.Append(' ', _indent - 2).Append("- ");
            _startsEntry = false;
        }
        else
        {
            _text.Append(' ', _indent);
        }

        _text.Append(key).Append(':');
        if (value is not null)
        {
            _text.Append(' ').Append(value);
        }

        _text.Append('\n');
    }
}
