namespace Tare.Web.Tests;

/// <summary>Writes both reports to a folder for a person to look at: <c>TARE_LOOK=DIR</c>.</summary>
public sealed class Looking
{
    [Fact]
    public async Task Writes_the_reports_where_a_person_can_look_at_them()
    {
        var target = Environment.GetEnvironmentVariable("TARE_LOOK");
        if (string.IsNullOrEmpty(target))
        {
            return;
        }

        foreach (
            var (name, report, context) in new[]
            {
                ("sample", SampleReport.Of(), SampleReport.Context),
                ("curated", RealReport.Value, RealReport.Context),
            }
        )
        {
            foreach (var file in await ReportFiles.RenderAsync(report, context))
            {
                var path = Path.Combine(target, name, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file.Content, TestContext.Current.CancellationToken);
            }
        }
    }
}
