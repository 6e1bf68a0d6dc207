using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Reads the fields of one mapping; what no record asks for is refused.</summary>
internal sealed class FieldReader : FieldExchange
{
    private readonly YamlTable _table;
    private readonly string _file;
    private readonly string _address;
    private List<string>? _asked;
    private int _found;

    public FieldReader(YamlTable table, string file, string address)
    {
        _table = table;
        _file = file;
        _address = address;
    }

    /// <summary>A record that stands in a mapping.</summary>
    public static T Read<T>(YamlNode node, string file, string address, RecordTable<T> table)
    {
        if (node is not YamlTable fields)
        {
            throw InputException.At(Where(node, file, address), Describe(node), "a mapping of fields", "write name: value lines");
        }

        var reader = new FieldReader(fields, file, address);
        T record;
        try
        {
            record = table.Exchange(reader, table.Blank());
        }
        catch (ArgumentException e)
        {
            throw InputException.At(Where(node, file, address), e.Message, "values that fit together", "correct the value");
        }

        if (reader._found != fields.Fields.Length)
        {
            RefuseUnknown(fields, file, address, table);
        }

        return record;
    }

    public override string Text(string key, string value) => Scalar(key, required: true)!.Value;

    public override string? OptionalText(string key, string? value) => Scalar(key, required: false)?.Value;

    public override ValueList<string> Texts(string key, ValueList<string> values)
    {
        if (Find(key, required: false) is not { } node)
        {
            return [];
        }

        var entries = Entries(key, node).Select(e => e as YamlText ?? throw Wrong(key, e, "a text"));
        return [.. entries.Select(e => e.Value)];
    }

    public override double Number(string key, double value) => Number(key, Scalar(key, required: true)!);

    public override double? OptionalNumber(string key, double? value) =>
        Scalar(key, required: false) is { } text ? Number(key, text) : null;

    public override int Integer(string key, int value) => Integer(key, Scalar(key, required: true)!);

    public override int? OptionalInteger(string key, int? value) => Scalar(key, required: false) is { } text ? Integer(key, text) : null;

    public override bool Flag(string key, bool value) => OptionalFlag(key, value) ?? false;

    public override bool? OptionalFlag(string key, bool? value) =>
        Scalar(key, required: false) switch
        {
            null => null,
            { Value: "true" } => true,
            { Value: "false" } => false,
            var text => throw Wrong(key, text, "true or false"),
        };

    public override T Choice<T>(string key, T value) => Choice<T>(key, Scalar(key, required: true)!);

    public override T DefaultedChoice<T>(string key, T value) => Scalar(key, required: false) is { } text ? Choice<T>(key, text) : default;

    public override T? OptionalChoice<T>(string key, T? value) => Scalar(key, required: false) is { } text ? Choice<T>(key, text) : null;

    public override PartialDate Date(string key, PartialDate value) => Date(key, Scalar(key, required: true)!);

    public override PartialDate DateOrUnknown(string key, PartialDate value) => OptionalDate(key, value) ?? PartialDate.Unknown;

    public override PartialDate? OptionalDate(string key, PartialDate? value) =>
        Scalar(key, required: false) is { } text ? Date(key, text) : null;

    public override DateOnly Day(string key, DateOnly value)
    {
        var text = Scalar(key, required: true)!;
        return DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(key, text, "a day, yyyy-MM-dd");
    }

    public override Stance? OptionalStance(string key, Stance? value) =>
        Find(key, required: false) switch
        {
            null => null,
            YamlText text => Degree(key, text),
            YamlTable table when table.Find("choice") is not null => Read(table, _file, $"{_address}/{key}", StanceTables.Choice).Stance,
            var node => Read(node, _file, $"{_address}/{key}", StanceTables.Range).Stance,
        };

    public override T? OptionalRecord<T>(string key, T? value, RecordTable<T> table)
        where T : class => Find(key, required: false) is { } node ? Read(node, _file, $"{_address}/{key}", table) : null;

    public override ValueList<T> Records<T>(string key, ValueList<T> values, RecordTable<T> table)
    {
        if (Find(key, required: false) is not { } node)
        {
            return [];
        }

        var at = _address.Length == 0 ? key : $"{_address}/{key}";
        return [.. Entries(key, node).Select(e => Read(e, _file, Entry(at, e, table.Key), table))];
    }

    protected override T RequiredRecord<T>(string key, T value, RecordTable<T> table) =>
        Read(Find(key, required: true)!, _file, $"{_address}/{key}", table);

    private static string Entry(string at, YamlNode node, string? key) =>
        key is not null && node is YamlTable table && table.Find(key) is YamlText text ? $"{at}/{text.Value}" : at;

    private static string Where(YamlNode node, string file, string address) => Where(node.Line, node.Column, file, address);

    private static string Where(int line, int column, string file, string address) =>
        $"{StrictYaml.Place(file, line, column)}{(address.Length == 0 ? string.Empty : $" ({address})")}";

    private static string Describe(YamlNode node) =>
        node switch
        {
            YamlText { Value.Length: > 80 } text => $"'{text.Value[..80]}...'",
            YamlText text => $"'{text.Value}'",
            YamlSequence => "a list",
            _ => "a mapping",
        };

    private static void RefuseUnknown<T>(YamlTable fields, string file, string address, RecordTable<T> table)
    {
        // A second pass that remembers what is asked for: records without a fault do not pay for the list.
        var asked = new List<string>();
        table.Exchange(new FieldReader(fields, file, address) { _asked = asked }, table.Blank());
        var unknown = fields.Fields.First(f => !asked.Contains(f.Name, StringComparer.Ordinal));
        var near = NearestNames.Of(unknown.Name, asked);
        throw InputException.At(
            Where(unknown.Line, unknown.Column, file, address),
            $"'{unknown.Name}' is no field here",
            $"one of {string.Join(", ", asked)}",
            near.Count > 0 ? $"write {string.Join(" or ", near)}" : "remove it"
        );
    }

    private YamlText? Scalar(string key, bool required)
    {
        if (Find(key, required) is not { } node)
        {
            return null;
        }

        var text = node as YamlText ?? throw Wrong(key, node, "a text");
        return text.Plain && text.Value is "" or "~" or "null"
            ? throw Wrong(key, text, "a value; what is not known is 'unknown', or the field is left out")
            : text;
    }

    private YamlNode? Find(string key, bool required)
    {
        _asked?.Add(key);
        if (_table.Find(key) is { } value)
        {
            _found++;
            return value;
        }

        return required
            ? throw InputException.At(Where(_table, _file, _address), $"'{key}' is missing", $"the field {key}", $"add {key}")
            : null;
    }

    private IReadOnlyList<YamlNode> Entries(string key, YamlNode node) =>
        (node as YamlSequence ?? throw Wrong(key, node, "a list")).Entries;

    private double Number(string key, YamlText text) =>
        double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(key, text, "a finite number, with a point");

    private int Integer(string key, YamlText text) =>
        int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(key, text, "a whole number");

    private T Choice<T>(string key, YamlText text)
        where T : struct, Enum
    {
        if (KebabCase.TryParse<T>(text.Value, out var choice))
        {
            return choice;
        }

        var names = KebabCase.All<T>();
        var near = NearestNames.Of(text.Value, names);
        throw InputException.At(
            Where(text, _file, $"{_address}/{key}"),
            Describe(text),
            $"one of {string.Join(", ", names)}",
            near.Count > 0 ? $"write {string.Join(" or ", near)}" : "choose one of these"
        );
    }

    private PartialDate Date(string key, YamlText text) =>
        PartialDate.TryParse(text.Value, out var date)
            ? date
            : throw Wrong(key, text, "unknown, yyyy, yyyy-MM, yyyy-MM-dd or yyyy-MM-ddTHH:mmZ");

    private Stance Degree(string key, YamlText text) =>
        int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degree) && degree is >= -2 and <= 2
            ? Stance.Of(degree)
            : throw Wrong(key, text, "a degree from -2 to 2, a range {low, high, unit}, or {choice}");

    private InputException Wrong(string key, YamlNode node, string expected) =>
        InputException.At(Where(node, _file, $"{_address}/{key}"), Describe(node), expected, "correct the value");
}
