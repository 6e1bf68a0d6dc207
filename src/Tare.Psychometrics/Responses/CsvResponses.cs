using System.Globalization;

namespace Tare.Psychometrics;

/// <summary>The CSV form of <see cref="ResponseReader"/>.</summary>
internal sealed class CsvResponses
{
    private readonly SeparatedRecords _records;
    private readonly string _source;
    private readonly string[] _header;
    private readonly int _person;
    private readonly int _item;
    private readonly int _response;
    private readonly int _trials;
    private readonly int _frequency;
    private readonly int _importance;
    private readonly int[] _facets;
    private readonly int _fields;
    private readonly int _splitColumn = -1;
    private readonly SplitCache? _split;
    private string[] _parts = [];

    private CsvResponses(SeparatedRecords records, string source, ResponseLayout layout, SplitCache? split)
    {
        _records = records;
        _source = source;
        _header = Header(records, source);
        _fields = _header.Length;
        if (split is not null)
        {
            _split = split;
            _splitColumn = Required(layout.Split!.Column);
            _header = [.. _header, .. layout.Split.Groups];
        }

        _person = Required(layout.Person);
        _item = Required(layout.Item);
        _trials = Array.IndexOf(_header, layout.Trials);
        var successes = Array.IndexOf(_header, "successes");
        if (layout.Response is null && successes >= 0 && Array.IndexOf(_header, "response") < 0)
        {
            _response = _trials >= 0 ? successes : Required(layout.Trials);
        }
        else
        {
            _response = Required(layout.ResponseOrDefault);
        }

        _frequency = Array.IndexOf(_header, "frequency");
        _importance = Array.IndexOf(_header, "importance");
        int[] known = [_person, _item, _response, _trials, _frequency, _importance, _splitColumn];
        foreach (var facet in layout.Facets ?? [])
        {
            Required(facet);
        }

        _facets = [.. Enumerable.Range(0, _header.Length).Except(known).Where(column => layout.IsFacet(_header[column]))];
    }

    internal static ResponseColumns Read(TextReader reader, string source, ResponseLayout layout, SplitCache? split)
    {
        var records = new SeparatedRecords(reader, source);
        if (!records.Next())
        {
            return new ResponseColumns([]);
        }

        var form = new CsvResponses(records, source, layout, split);
        var columns = new ResponseColumns([.. form._facets.Select(f => form._header[f])]);
        while (records.Next())
        {
            form.ReadRow(columns);
        }

        return columns;
    }

    private static string[] Header(SeparatedRecords records, string source)
    {
        var header = new string[records.FieldCount];
        for (var k = 0; k < header.Length; k++)
        {
            header[k] = records[k].Trim().ToString();
            if (header[k].Length == 0)
            {
                throw ResponseFormatException.At(
                    $"{source}, line {records.Line}, column {k + 1}",
                    "an unnamed column",
                    "a name for every column",
                    "name it (any name but the known ones makes it a facet) or remove it"
                );
            }

            if (Array.IndexOf(header, header[k], 0, k) >= 0)
            {
                throw ResponseFormatException.At(
                    $"{source}, line {records.Line}, column {k + 1}",
                    $"a second column '{header[k]}'",
                    "distinct names",
                    "rename or remove one of them"
                );
            }
        }

        return header;
    }

    private int Required(string name)
    {
        var column = Array.IndexOf(_header, name);
        return column >= 0
            ? column
            : throw ResponseFormatException.At(
                $"{_source}, line {_records.Line}",
                $"columns {string.Join(", ", _header)}",
                $"a column {name}: person,item,response[,trials][,frequency][,importance] and facets",
                "rename the column that holds it, or say which one does (--person, --item, --response, --trials)"
            );
    }

    private void ReadRow(ResponseColumns columns)
    {
        if (_records.FieldCount != _fields)
        {
            throw ResponseFormatException.At(
                $"{_source}, line {_records.Line}",
                $"{_records.FieldCount} fields",
                $"{_fields}, as in the header",
                "quote a field that contains a comma"
            );
        }

        if (_split is not null)
        {
            if (_split.Parts(_records[_splitColumn]) is not { } parts)
            {
                return;
            }

            _parts = parts;
        }

        var person = columns.PersonIndex(Name(_person));
        var item = columns.ItemIndex(Name(_item));
        if (!TryNumber(_response, out var response))
        {
            columns.AddMissing(person, item, _records.Line);
            return;
        }

        var trials = _trials >= 0 && TryNumber(_trials, out var n) ? n : (double?)null;
        var value = ReaderShare(response, trials, out var stated);
        var importance = Weight(_importance);
        if (_frequency >= 0)
        {
            ResponseReader.NoteFrequency(columns, person, Weight(_frequency), _source, _records.Line);
        }

        columns.Add(person, item, value, stated, importance);
        for (var f = 0; f < _facets.Length; f++)
        {
            columns.AddLevel(f, Name(_facets[f]));
        }
    }

    private double ReaderShare(double response, double? trials, out int stated) =>
        ResponseReader.Share(response, trials, _source, _records.Line, _header[_response], out stated);

    private double Weight(int column)
    {
        if (column < 0 || !TryNumber(column, out var weight))
        {
            return 1;
        }

        ResponseReader.CheckWeight(weight, _source, _records.Line, _header[column]);
        return weight;
    }

    private ReadOnlySpan<char> Name(int column)
    {
        var name = column < _fields ? _records[column] : _parts[column - _fields];
        return name.IsWhiteSpace()
            ? throw ResponseFormatException.At(
                $"{_source}, line {_records.Line}, column {_header[column]}",
                "an empty name",
                "an identifier",
                "name it, for example 'none', or leave the row out"
            )
            : name;
    }

    /// <summary>A number; false if the field is empty or NA.</summary>
    private bool TryNumber(int column, out double number)
    {
        var field = column < _fields ? _records[column] : _parts[column - _fields];
        if (field.Length == 1 && char.IsAsciiDigit(field[0]))
        {
            number = field[0] - '0';
            return true;
        }

        field = field.Trim();
        if (field.IsEmpty || field.SequenceEqual("NA"))
        {
            number = 0;
            return false;
        }

        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
            ? true
            : throw ResponseFormatException.At(
                $"{_source}, line {_records.Line}, column {_header[column]}",
                $"'{field}'",
                "a finite number, or empty or NA where there is none",
                "correct the field; an infrastructure failure is an empty response"
            );
    }
}
