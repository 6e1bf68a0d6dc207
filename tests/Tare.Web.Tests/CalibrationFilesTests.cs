using System.Text;

namespace Tare.Web.Tests;

/// <summary>The page of a calibration as files.</summary>
public sealed class CalibrationFilesTests
{
    [Fact]
    public async Task The_same_calibration_gives_the_same_bytes_and_a_file_for_every_figure()
    {
        var first = await CalibrationFiles.RenderAsync(SampleCalibration.Items(), SampleReport.Context, null);
        var second = await CalibrationFiles.RenderAsync(SampleCalibration.Items(), SampleReport.Context, null);
        first.Select(f => Convert.ToHexString(f.Content)).ShouldBe(second.Select(f => Convert.ToHexString(f.Content)));
        first
            .Select(f => f.Path)
            .ShouldBe([
                "index.html",
                "figures/item-curves.csv",
                "figures/item-curves.vl.json",
                "figures/person-item-map.csv",
                "figures/person-item-map.vl.json",
                "figures/information.csv",
                "figures/information.vl.json",
                "figures/information-error.vl.json",
                "figures/persons.csv",
            ]);
    }

    [Fact]
    public async Task The_page_is_sound_without_its_script_and_says_what_is_missing()
    {
        foreach (var report in new[] { SampleCalibration.Items("</script><b>"), SampleCalibration.Components() })
        {
            var page = Encoding.UTF8.GetString((await CalibrationFiles.RenderAsync(report, SampleReport.Context, null))[0].Content);
            HtmlCheck.Problems(page).ShouldBeEmpty();
            page.ShouldContain("1 item was solved by all.");
            page.ShouldNotContain("</script><b>");
            page.ShouldContain("2,600 responses of 200 persons on 13 items");
        }
    }

    [Fact]
    public void A_long_list_of_persons_is_shown_evenly_by_rank_and_says_so()
    {
        var many = SampleCalibration.Items() with
        {
            Persons = [.. Enumerable.Range(0, 40_000).Select(k => new CalibrationPerson($"p{k:00000}", 10, k * 1e-4, 0.4))],
        };
        var persons = CalibrationFigures.Of(many, "0").Single(f => f.Id == "persons");
        persons.Rows.Count.ShouldBe(200);
        persons.Rows[0][1].Number.ShouldBe(1);
        persons.Rows[^1][1].Number.ShouldBe(40_000);
        persons.Notes[0].ShouldContain("200 of 40,000 persons");
    }

    [Fact]
    public void Every_person_and_item_of_the_map_is_drawn_or_counted_as_outside()
    {
        var report = SampleCalibration.Items();
        report = report with { Persons = [.. report.Persons, new CalibrationPerson("far", 3, 9.5, 2)] };
        var map = CalibrationFigures.Of(report, "0").Single(f => f.Id == "person-item-map");
        map.Rows.Sum(r => r[3].Number).ShouldBe(199);
        map.Rows.Sum(r => r[4].Number).ShouldBe(12);
        map.Notes[0].ShouldContain("1 person and 0 items lie beyond ±6 logits");
        map.Notes[0].ShouldContain("1 person and 1 item have no place");
    }

    [Fact]
    public void Items_without_any_information_give_a_page_without_curves_and_no_number()
    {
        var bare = SampleCalibration.Items() with { Items = [new CalibrationItem("all-right", 200, 1) { Reason = "Solved by all." }] };
        bare = bare with { Information = [.. bare.Abilities.Select(_ => 0.0)] };
        var figures = CalibrationFigures.Of(bare, "0");
        figures.Single(f => f.Id == "item-curves").Charts.ShouldBeEmpty();
        figures.Single(f => f.Id == "information").Charts.ShouldBeEmpty();
        figures.ShouldAllBe(f => !f.Finding.Contains("NaN") && !f.Finding.Contains('∞'));
    }
}
