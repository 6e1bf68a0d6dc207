using System.Globalization;
using System.Text.RegularExpressions;

namespace Tare.Web.Tests;

public sealed class ContrastTests
{
    [Theory]
    [InlineData(0, "ink", "paper")]
    [InlineData(0, "muted", "paper")]
    [InlineData(0, "muted", "surface")]
    [InlineData(0, "link", "paper")]
    [InlineData(0, "ink", "mark")]
    [InlineData(1, "ink", "paper")]
    [InlineData(1, "muted", "paper")]
    [InlineData(1, "muted", "surface")]
    [InlineData(1, "link", "paper")]
    [InlineData(1, "ink", "mark")]
    public void Text_stands_out_from_its_ground_as_WCAG_AA_asks(int scheme, string text, string ground)
    {
        var block = Regex
            .Matches(PageAssets.Style, ":root \\{(?<block>.*?)\\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture)[scheme]
            .Groups["block"]
            .Value;
        Contrast(Colour(block, text), Colour(block, ground)).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Fact]
    public void Contrast_is_computed_as_WCAG_defines_it()
    {
        Contrast((0, 0, 0), (255, 255, 255)).ShouldBe(21, 1e-9);
        Contrast((0x77, 0x77, 0x77), (255, 255, 255)).ShouldBe(4.48, 0.005);
    }

    private static (int R, int G, int B) Colour(string block, string name)
    {
        var hex = Regex.Match(block, $"--{name}: #([0-9a-f]{{6}})").Groups[1].Value;
        int Part(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Part(0), Part(2), Part(4));
    }

    private static double Contrast((int R, int G, int B) a, (int R, int G, int B) b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance((int R, int G, int B) c)
    {
        static double Linear(int part)
        {
            var s = part / 255.0;
            return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));
    }
}
