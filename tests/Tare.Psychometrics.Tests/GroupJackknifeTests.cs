namespace Tare.Psychometrics.Tests;

public sealed class GroupJackknifeTests
{
    private static readonly IFamilyFit s_family = OneParameterWithSpread.For(
        ResponseMatrix.From(Simulation.TwoParameter(5, 6, 1, 0.1, 4)),
        new OneParameterWithSpreadOptions()
    );

    private static readonly Dictionary<string, string> s_groups = s_family.Data.Items.ToDictionary(
        item => item,
        item => "g" + ((item[2] - '0') % 3),
        StringComparer.Ordinal
    );

    [Fact]
    public void The_standard_error_is_the_stated_sum()
    {
        var jackknife = GroupJackknife.Of(s_family, s_family.Fit(), s_groups);
        var values = new Queue<double>([1, 2, 6]);

        // Mean 3, squares 4 + 1 + 9 = 14, times 2/3.
        jackknife.StandardError(_ => values.Dequeue()).ShouldBe(Math.Sqrt(14 * 2 / 3.0), 1e-15);
    }

    [Fact]
    public void Each_replicate_lacks_its_group_and_nothing_else()
    {
        var jackknife = GroupJackknife.Of(s_family, s_family.Fit(), s_groups);
        for (var g = 0; g < 3; g++)
        {
            var data = s_family.Data;
            var rest = Enumerable
                .Range(0, data.Count)
                .Where(k => s_groups[data.Items[data.ItemOf[k]]] != jackknife.Groups[g])
                .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k], data.Importance[k]));
            var alone = OneParameterWithSpread.For(ResponseMatrix.From(rest), new OneParameterWithSpreadOptions()).Fit();

            jackknife.Replicates[g].Abilities.Zip(alone.Abilities).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        }
    }

    [Fact]
    public void One_group_has_no_standard_error_and_an_item_needs_a_group()
    {
        var fit = s_family.Fit();
        var one = s_groups.Keys.ToDictionary(item => item, _ => "all", StringComparer.Ordinal);
        Should.Throw<NotIdentifiedException>(() => GroupJackknife.Of(s_family, fit, one)).Message.ShouldContain("at least 2");
        one.Remove("i03");
        Should.Throw<ArgumentException>(() => GroupJackknife.Of(s_family, fit, one)).Message.ShouldContain("'i03'");
    }
}
