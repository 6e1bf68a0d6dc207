namespace Tare.Psychometrics.Tests;

public sealed class ItemReaderTests
{
    private static ItemFile Read(string text, params string[] leaveOut) => ItemReader.Read(new StringReader(text), "items.csv", leaveOut);

    [Fact]
    public void Both_layouts_give_the_same_item()
    {
        var ours = Read("item,difficulty,discrimination,guessing,group\nx,0.5,2,0.1,algebra\n").Items[0];
        ours.ShouldBe(new BankItem("x", new ItemParameters(2, -1, 0.1), "algebra"));
        Read("item,a1,d,g,u\nx,2,-1,0.1,1\n").Items[0].Parameters.ShouldBe(ours.Parameters);
    }

    [Fact]
    public void An_intercept_in_the_file_is_taken_bit_for_bit()
    {
        var d = -0.1 - 0.2;
        var text = FormattableString.Invariant($"item,difficulty,discrimination,intercept\nx,{-d / 0.7:R},{0.7:R},{d:R}\n");
        Read(text).Items[0].Parameters.Intercept.ShouldBe(d);
    }

    [Fact]
    public void Rows_without_parameters_are_listed_and_left_out_rows_are_not_read()
    {
        var file = Read("item,difficulty,discrimination\nx,0,1\ny,,\nz,0,-1\n", "z");
        file.Items.Select(i => i.Id).ShouldBe(["x"]);
        file.NotIdentified.ShouldBe(["y"]);
        file.LeftOut.ShouldBe(["z"]);
    }

    [Theory]
    [InlineData("item,difficulty,discrimination,intercept\nx,0.5,2,1\n", "intercept")]
    [InlineData("item,a1,d,g,u\nx,1,0,0,0.9\n", "column u")]
    [InlineData("item,difficulty,discrimination\nx,0,1\nx,1,1\n", "a second time")]
    [InlineData("item,difficulty,discrimination\nx,0\n", "2 fields")]
    [InlineData("item,difficulty,discrimination\nx,,1\n", "column difficulty")]
    [InlineData("item,difficulty,discrimination,guessing\nx,0,1,1\n", "column guessing")]
    [InlineData("item,difficulty,discrimination\nx,1e400,1\n", "column difficulty")]
    public void What_cannot_be_read_is_named(string text, string part) =>
        Should.Throw<ResponseFormatException>(() => Read(text)).Message.ShouldContain(part);
}
