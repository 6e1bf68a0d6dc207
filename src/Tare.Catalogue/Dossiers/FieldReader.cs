using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Reads the fields of one mapping; what no record asks for is refused.</summary>
internal sealed class FieldReader : FieldExchange
{
    private readonly YamlTable _table;
    private readonly string _file;
    private readonly FieldReader? _outer;
    private readonly string _key;
    private readonly string? _idField;
    private List<string>? _asked;
    private int _found;

    // Fields mostly stand in the order in which they are asked for.
    private int _next;

    private FieldReader(YamlTable table, string file, FieldReader? outer, string key, string? idField)
    {
        _table = table;
        _file = file;
        _outer = outer;
        _key = key;
        _idField = idField;
    }

    // The way to the record is put into words only for a message.
    private string Address =>
        _outer is null ? string.Empty
        : _idField is not null && _table.Find(_idField) is YamlText id ? $"{_outer.AddressOf(_key)}/{id.Value}"
        : _outer.AddressOf(_key);

    /// <summary>The record that a document is.</summary>
    public static T Read<T>(YamlNode root, string file, RecordTable<T> table) => Read(root, file, null, string.Empty, table, null);

    public override string Text(string key, string value) => Scalar(key, required: true)!.Value;

    public override string? OptionalText(string key, string? value) => Scalar(key, required: false)?.Value;

    public override ValueList<string> Texts(string key, ValueList<string> values)
    {
        var nodes = Entries(key);
        var texts = new string[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            texts[i] = (nodes[i] as YamlText ?? throw Wrong(key, nodes[i], "a text")).Value;
        }

        return [.. texts];
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
            YamlTable table when table.Find("choice") is not null => Inner(key, table, StanceTables.Choice).Stance,
            var node => Inner(key, node, StanceTables.Range).Stance,
        };

    public override T? OptionalRecord<T>(string key, T? value, RecordTable<T> table)
        where T : class => Find(key, required: false) is { } node ? Inner(key, node, table) : null;

    public override ValueList<T> Records<T>(string key, ValueList<T> values, RecordTable<T> table)
    {
        var nodes = Entries(key);
        var records = new T[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            records[i] = Read(nodes[i], _file, this, key, table, table.Key);
        }

        return [.. records];
    }

    protected override T RequiredRecord<T>(string key, T value, RecordTable<T> table) => Inner(key, Find(key, required: true)!, table);

    private static T Read<T>(YamlNode node, string file, FieldReader? outer, string key, RecordTable<T> table, string? idField)
    {
        if (node is not YamlTable fields)
        {
            var address = outer?.AddressOf(key) ?? string.Empty;
            throw InputException.At(Where(node, file, address), Describe(node), "a mapping of fields", "write name: value lines");
        }

        var reader = new FieldReader(fields, file, outer, key, idField);
        T record;
        try
        {
            record = table.Exchange(reader, table.Blank);
        }
        catch (ArgumentException e)
        {
            throw InputException.At(Where(node, file, reader.Address), e.Message, "values that fit together", "correct the value");
        }

        if (reader._found != fields.Fields.Length)
        {
            reader.RefuseUnknown(table);
        }

        return record;
    }

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

    private void RefuseUnknown<T>(RecordTable<T> table)
    {
        // A second pass that remembers what is asked for: records without a fault do not pay for the list.
        (_asked, _found) = ([], 0);
        table.Exchange(this, table.Blank);
        var unknown = _table.Fields.First(f => !_asked.Contains(f.Name, StringComparer.Ordinal));
        var near = NearestNames.Of(unknown.Name, _asked);
        throw InputException.At(
            Where(unknown.Line, unknown.Column, _file, Address),
            $"'{unknown.Name}' is no field here",
            $"one of {string.Join(", ", _asked)}",
            near.Count > 0 ? $"write {string.Join(" or ", near)}" : "remove it"
        );
    }

    private string AddressOf(string key)
    {
        var address = Address;
        return address.Length == 0 ? key : $"{address}/{key}";
    }

    private T Inner<T>(string key, YamlNode node, RecordTable<T> table) => Read(node, _file, this, key, table, null);

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
        if (_found < _table.Fields.Length && _table.IndexOf(key, _next) is var index and >= 0)
        {
            _found++;
            _next = index + 1;
            return _table.Fields[index].Value;
        }

        return required
            ? throw InputException.At(Where(_table, _file, Address), $"'{key}' is missing", $"the field {key}", $"add {key}")
            : null;
    }

    private ReadOnlySpan<YamlNode> Entries(string key) =>
        Find(key, required: false) switch
        {
            null => [],
            YamlSequence list => list.Entries,
            var node => throw Wrong(key, node, "a list"),
        };

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
            Where(text, _file, AddressOf(key)),
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
        InputException.At(Where(node, _file, AddressOf(key)), Describe(node), expected, "correct the value");
}
