using FsCheck;
using FsCheck.Fluent;

namespace Tare.Dossier.Tests;

public sealed class TextDiffTests
{
    private static readonly Gen<string> s_texts = Gen.Elements("a", "b", "c").ArrayOf().Select(w => string.Join(' ', w));

    [Fact]
    public void Both_texts_can_be_rebuilt_from_the_parts_and_nothing_kept_could_be_longer() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260521UL, 9UL),
            Prop.ForAll(
                s_texts.Two().ToArbitrary(),
                pair =>
                {
                    var parts = TextDiff.Of(pair.Item1, pair.Item2);
                    Join(parts, ChangeKind.Removed).ShouldBe(pair.Item1);
                    Join(parts, ChangeKind.Added).ShouldBe(pair.Item2);
                    var kept = parts.Where(p => p.Kind == ChangeKind.Kept).Sum(p => p.Text.Split(' ').Length);
                    kept.ShouldBe(
                        Longest(
                            pair.Item1.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                            pair.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        )
                    );
                }
            )
        );

    private static string Join(Records.ValueList<TextPart> parts, ChangeKind with) =>
        string.Join(' ', parts.Where(p => p.Kind is ChangeKind.Kept || p.Kind == with).Select(p => p.Text));

    /// <summary>Length of the longest common subsequence, straight from its recursive definition with a memory.</summary>
    private static int Longest(string[] left, string[] right)
    {
        var memory = new Dictionary<(int, int), int>();
        int From(int i, int j)
        {
            if (i == left.Length || j == right.Length)
            {
                return 0;
            }

            if (!memory.TryGetValue((i, j), out var best))
            {
                memory[(i, j)] = best = left[i] == right[j] ? 1 + From(i + 1, j + 1) : Math.Max(From(i + 1, j), From(i, j + 1));
            }

            return best;
        }

        return From(0, 0);
    }
}
