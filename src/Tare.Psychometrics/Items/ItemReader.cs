using System.Globalization;

namespace Tare.Psychometrics;

/// <summary>Reads item parameters from CSV with a header (RFC 4180), columns in any order.</summary>
/// <remarks>
/// <c>item,discrimination</c>, then <c>difficulty</c> or <c>intercept</c> or both, then optionally <c>guessing</c> and <c>group</c>; or mirt's
/// layout <c>item,a1,d[,g][,u]</c>. Other columns are not read. A row without a discrimination is an item that was not identified.
/// </remarks>
public sealed class ItemReader
{
    // b = -d / a is printed to all digits; a thousandth of a logit between the two is a mistake, not rounding.
    private const double AgreementTolerance = 1e-3;
    private readonly SeparatedRecords _records;
    private readonly string _source;
    private readonly string[] _header;
    private readonly int _item;
    private readonly int _slope;
    private readonly int _difficulty;
    private readonly int _intercept;
    private readonly int _guessing;
    private readonly int _upper;
    private readonly int _group;

    private ItemReader(SeparatedRecords records, string source)
    {
        (_records, _source) = (records, source);
        _header = [.. Enumerable.Range(0, records.FieldCount).Select(k => records[k].Trim().ToString())];
        _item = Column("item");
        var isMirt = Column("discrimination") < 0 && Column("a1") >= 0;
        _slope = isMirt ? Column("a1") : Column("discrimination");
        _difficulty = isMirt ? -1 : Column("difficulty");
        _intercept = isMirt ? Column("d") : Column("intercept");
        _guessing = isMirt ? Column("g") : Column("guessing");
        _upper = isMirt ? Column("u") : -1;
        _group = Column("group");
        Require(_item >= 0, "item");
        Require(_slope >= 0, "discrimination");
        Require(_difficulty >= 0 || _intercept >= 0, isMirt ? "d" : "difficulty");
    }

    /// <summary>Reads all items.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="name">What messages call the text, for example the file's name.</param>
    /// <param name="leaveOut">Items whose rows are not used, whatever stands in them.</param>
    /// <exception cref="ResponseFormatException">The text cannot be read as items; the message says where and why.</exception>
    public static ItemFile Read(TextReader reader, string name, IReadOnlyCollection<string> leaveOut)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(leaveOut);
        if (reader.Peek() == '\uFEFF')
        {
            _ = reader.Read();
        }

        var records = new SeparatedRecords(reader, name);
        if (!records.Next())
        {
            throw ResponseFormatException.At(
                name,
                "an empty file",
                "a header item,difficulty,discrimination,guessing and a row for each item",
                "take the items.csv that 'tare calibrate --out DIR' writes"
            );
        }

        return new ItemReader(records, name).ReadRows(leaveOut);
    }

    private ItemFile ReadRows(IReadOnlyCollection<string> leaveOut)
    {
        var items = new List<BankItem>();
        var (unidentified, left) = (new List<string>(), new List<string>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_records.Next())
        {
            var id = ReadName(seen);
            if (leaveOut.Contains(id, StringComparer.Ordinal))
            {
                left.Add(id);
            }
            else if (Number(_slope) is { } slope)
            {
                items.Add(new BankItem(id, ReadParameters(id, slope), ReadGroup()));
            }
            else
            {
                unidentified.Add(id);
            }
        }

        return items.Count > 0
            ? new ItemFile(items, unidentified, left)
            : throw ResponseFormatException.At(
                _source,
                "no item with parameters",
                "at least one row with a discrimination and a difficulty",
                "calibrate the items first, or leave out fewer"
            );
    }

    private string ReadName(HashSet<string> seen)
    {
        if (_records.FieldCount != _header.Length)
        {
            throw Bad(null, $"{_records.FieldCount} fields", $"{_header.Length}, as in the header", "quote a field that contains a comma");
        }

        var id = _records[_item].ToString();
        if (string.IsNullOrWhiteSpace(id))
        {
            throw Bad("item", "an empty name", "an identifier", "name the item, or remove the row");
        }

        return seen.Add(id) ? id : throw Bad("item", $"'{id}' a second time", "one row for each item", "remove one of the two rows");
    }

    private ItemParameters ReadParameters(string id, double slope)
    {
        if (slope <= 0)
        {
            throw Bad(
                _header[_slope],
                $"{Text(slope)} for item '{id}'",
                "a positive number",
                $"a negative slope usually means a reversed answer key: reverse it, or use --leave-out '{id}'"
            );
        }

        var difficulty = _difficulty >= 0 ? Number(_difficulty) : null;
        var intercept = _intercept >= 0 ? Number(_intercept) : null;
        if (difficulty is null && intercept is null)
        {
            throw Bad(
                _header[_difficulty >= 0 ? _difficulty : _intercept],
                $"empty for item '{id}', which has a discrimination",
                "a number of logits",
                "fill it in, or empty the discrimination as well: the item then counts as not identified"
            );
        }

        if (difficulty is { } b && intercept is { } d && Math.Abs(d + (slope * b)) > AgreementTolerance * Math.Max(1, Math.Abs(d)))
        {
            throw Bad(
                "intercept",
                $"{Text(d)} for item '{id}', with difficulty {Text(b)} and discrimination {Text(slope)}",
                $"intercept = -discrimination x difficulty = {Text(-slope * b)}",
                "remove the column that is wrong"
            );
        }

        return new ItemParameters(slope, intercept ?? (-slope * difficulty!.Value), ReadGuessing(id));
    }

    private double ReadGuessing(string id)
    {
        var guessing = (_guessing >= 0 ? Number(_guessing) : null) ?? 0;
        if (guessing is < 0 or >= 1)
        {
            throw Bad(
                _header[_guessing],
                $"{Text(guessing)} for item '{id}'",
                "a probability in [0, 1)",
                "correct it, or leave it empty for 0"
            );
        }

        var upper = (_upper >= 0 ? Number(_upper) : null) ?? 1;
        return upper == 1
            ? guessing
            : throw Bad(
                "u",
                $"{Text(upper)} for item '{id}'",
                "1: no family here has an upper asymptote",
                "calibrate without it, or leave the item out"
            );
    }

    private string? ReadGroup() => _group >= 0 && _records[_group].Trim() is { IsEmpty: false } group ? group.ToString() : null;

    /// <summary>A finite number; <see langword="null"/> if the field is empty or NA.</summary>
    private double? Number(int column)
    {
        var field = _records[column].Trim();
        if (field.IsEmpty || field.SequenceEqual("NA"))
        {
            return null;
        }

        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Bad(_header[column], $"'{field}'", "a finite number, or empty where there is none", "correct the field");
    }

    private int Column(string name) => Array.IndexOf(_header, name);

    private void Require(bool holds, string column)
    {
        if (!holds)
        {
            throw ResponseFormatException.At(
                $"{_source}, line {_records.Line}",
                $"columns {string.Join(", ", _header)}",
                $"a column {column}: item,difficulty,discrimination[,guessing][,group], or mirt's item,a1,d[,g][,u]",
                "rename the column that holds it"
            );
        }
    }

    private ResponseFormatException Bad(string? column, string value, string expected, string next) =>
        ResponseFormatException.At($"{_source}, line {_records.Line}{(column is null ? "" : $", column {column}")}", value, expected, next);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
