using System.Text;

namespace Tare.Web.Tests;

public sealed class ReportFilesTests
{
    [Fact]
    public async Task Writes_the_sample_where_a_person_can_look_at_it()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "sample-report");
        foreach (var file in await ReportFiles.RenderAsync(SampleReport.Of(), SampleReport.Context))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Content, TestContext.Current.CancellationToken);
        }
    }
}
