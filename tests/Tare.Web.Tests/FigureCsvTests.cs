using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tare.Web.Tests;

public sealed class FigureCsvTests
{
    public static TheoryData<string> Ids => new(ReportFigures.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_written_is_what_is_read(string id)
    {
        var figure = ReportFigures.Of(SampleReport.Of("a, \"b\"\r\nc"), "1").Single(f => f.Id == id);
        var read = Read(FigureCsv.Write(figure));
        read[0].ShouldBe(figure.Columns.Select(c => c.Name));
        read.Count.ShouldBe(figure.Rows.Count + 1);
        for (var i = 0; i < figure.Rows.Count; i++)
        {
            read[i + 1].ShouldBe(figure.Columns.Select((c, k) => c.PrintForFile(figure.Rows[i][k])));
        }
    }

    [Fact]
    public void Any_text_survives() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20261122, 7),
            Prop.ForAll<NonNull<string>[]>(texts =>
            {
                var columns = Math.Max(1, texts.Length);
                var figure = ReportFigures.Of(SampleReport.Of(), "1")[0] with
                {
                    Columns = [.. Enumerable.Range(0, columns).Select(i => new FigureColumn($"c{i}", ""))],
                    Rows =
                    [
                        [.. Enumerable.Range(0, columns).Select(i => FigureCell.Of(i < texts.Length ? texts[i].Get : "x"))],
                    ],
                };
                var read = Read(FigureCsv.Write(figure));
                return read.Count == 2 && read[1].SequenceEqual(figure.Rows[0].Select(c => c.Text!), StringComparer.Ordinal);
            })
        );

    /// <summary>RFC 4180 by the letter of its grammar; nothing of the writer is used.</summary>
    private static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == ',')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
            }
            else if (!quoted && c == '\r' && text[i + 1] == '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                rows.Add([]);
                i++;
            }
            else
            {
                field.Append(c);
            }
        }

        rows[^1].ShouldBeEmpty("the last line ends with CR LF");
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
