using System.Globalization;

namespace Tare.Psychometrics;

/// <summary>Reads responses in long form, as a stream: the text is never held as a whole.</summary>
/// <remarks>
/// <para>
/// CSV with a header (RFC 4180): <c>person,item,response[,trials][,frequency][,importance]</c>, any order; every other named column is a
/// facet. JSON lines: objects with the same fields, or <c>{"subject_id": P, "responses": {I: 0 | 1 | share | {"successes": k, "trials": n}}}</c>;
/// a further field is a facet unless it holds an object or an array, which no level can be.
/// The first character that is not white space decides: <c>{</c> means JSON lines.
/// </para>
/// <para>
/// With trials, the response is the number of successes k of n; the column may then be called <c>successes</c>. Without, it is 0, 1 or a share
/// in [0, 1]. An empty, <c>NA</c> or <c>null</c> response is missing by failure; an absent row is missing by design.
/// </para>
/// </remarks>
public static class ResponseReader
{
    /// <summary>Reads all responses.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="name">What messages call the text, for example the file's name.</param>
    /// <exception cref="ResponseFormatException">The text cannot be read as responses; the message says where and why.</exception>
    public static ResponseMatrix Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(name);
        while (reader.Peek() is var next && next >= 0 && (char.IsWhiteSpace((char)next) || next == '\uFEFF'))
        {
            _ = reader.Read();
        }

        var columns = reader.Peek() == '{' ? JsonResponses.Read(reader, name) : CsvResponses.Read(reader, name);
        if (columns.Count == 0)
        {
            throw ResponseFormatException.At(
                name,
                "no responses",
                "at least one row with a response",
                "check that the file is the long form: person,item,response"
            );
        }

        return columns.Build(name);
    }

    /// <summary>A response as a share, and its trials (0: not stated).</summary>
    internal static double Share(double response, double? trials, string source, int line, string column, out int statedTrials)
    {
        statedTrials = 0;
        if (trials is { } n)
        {
            if (!(n >= 1 && n <= int.MaxValue && n == Math.Floor(n)))
            {
                throw At(source, line, "trials", n, "a positive whole number", "write 1 for a single attempt, or leave the row out");
            }

            statedTrials = (int)n;
        }

        var most = statedTrials == 0 ? 1 : statedTrials;
        if (!(response >= 0 && response <= most))
        {
            throw statedTrials == 0
                ? At(
                    source,
                    line,
                    column,
                    response,
                    "0, 1 or a share in [0, 1]",
                    "add a column trials for counts k of n, or rescale the score"
                )
                : At(source, line, column, response, $"successes from 0 to {most}, its trials", "check which column holds the successes");
        }

        if (most > 1 && response != Math.Floor(response))
        {
            throw At(source, line, column, response, $"a whole number of successes of {most} trials", "write successes, not a share");
        }

        return response / most;
    }

    internal static ResponseFormatException At(string source, int line, string column, double value, string expected, string next) =>
        ResponseFormatException.At(
            $"{source}, line {line}, column {column}",
            value.ToString("R", CultureInfo.InvariantCulture),
            expected,
            next
        );

    internal static void CheckWeight(double weight, string source, int line, string column)
    {
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw At(source, line, column, weight, "a positive finite number", "leave the row out to give it no weight");
        }
    }

    internal static void NoteFrequency(ResponseColumns columns, int person, double frequency, string source, int line)
    {
        if (!columns.TryFrequency(person, frequency))
        {
            throw At(
                source,
                line,
                "frequency",
                frequency,
                $"the same frequency in all rows of person '{columns.PersonName(person)}' (the person stands for that many persons)",
                "use trials for a response that was seen several times"
            );
        }
    }
}
