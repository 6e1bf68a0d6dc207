using Tare.Records;

namespace Tare.Catalogue.Tests;

public sealed class PriceBookReaderTests : IDisposable
{
    private const string Header = "model,from,input_usd,output_usd,cache_read_usd,cache_write_usd,source\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-prices").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_price_holds_from_its_day_until_the_next_one()
    {
        var book = Read(Header + "gpt-x,2026-01-01,2.50,10,0.25,,list\ngpt-x,2026-06-01,1.25,5,0.125,,list\n");
        book.On("gpt-x", new DateOnly(2025, 12, 31)).ShouldBeNull();
        book.On("gpt-x", new DateOnly(2026, 5, 31))!.Input.ShouldBe(2.50m);
        book.On("gpt-x", new DateOnly(2026, 6, 1))!.Input.ShouldBe(1.25m);
        book.On("GPT-X", new DateOnly(2026, 6, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_empty_field_is_unknown_and_not_free()
    {
        var price = Read("model,from,input_usd,output_usd\nm,2026-01-01,2,\n").Prices.ShouldHaveSingleItem();
        price.CostOf(new TokenUsage(1_000_000, 0)).ShouldBe(2);
        price.CostOf(new TokenUsage(1_000_000, 1)).ShouldBeNull();
        price.CostOf(new TokenUsage(0, 0) { CacheRead = 1 }).ShouldBeNull();
    }

    [Theory]
    [InlineData("model,from,input_usd\n", "the column 'output_usd' is missing")]
    [InlineData(Header + "m,2026-01-01,-1,1,,,\n", "line 2, column 'input_usd'")]
    [InlineData(Header + "m,2026-01-01,nan,1,,,\n", "line 2, column 'input_usd'")]
    [InlineData(Header + "m,2026-01-01,\"1,5\",1,,,\n", "line 2, column 'input_usd'")]
    [InlineData(Header + "m,2026-01-01,1,2000000,,,\n", "line 2, column 'output_usd'")]
    [InlineData(Header + "m,2026-13-01,1,1,,,\n", "line 2, column 'from'")]
    [InlineData(Header + ",2026-01-01,1,1,,,\n", "line 2, column 'model'")]
    [InlineData(Header + "m,2026-01-01,1,1,,,\nm,2026-01-01,2,2,,,\n", "line 3, column 'model'")]
    [InlineData("model,from,input_usd,output_usd,tokens\n", "unknown column 'tokens'")]
    [InlineData("", "the file is empty")]
    public void Bad_prices_are_refused(string text, string expected)
    {
        var message = Should.Throw<InputException>(() => Read(text)).Message;
        message.ShouldContain(expected);
        message.ShouldContain("prices.csv");
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_input() =>
        Should.Throw<InputException>(() => PriceBookReader.Read(Path.Combine(_folder, "none.csv"))).Message.ShouldContain("cannot be read");

    [Fact]
    public void The_catalogue_prices_a_model_at_the_seller_that_is_asked_and_at_no_other()
    {
        var release = CuratedData.Releases.Releases[0];
        var day = new DateOnly(2026, 3, 1);
        TokenPrice At(string seller, decimal usd) => new(seller, day, "s") { InputUsd = usd, OutputUsd = 2 * usd };
        var update = new CatalogueUpdate
        {
            Format = "models-dev",
            Retrieved = day,
            Files = [],
            Statements = [],
            Prices = [new UpdatePrice(release.Id, At("openai", 3)), new UpdatePrice(release.Id, At("reseller", 1))],
        };
        var book = PriceBookReader.Of(CuratedData.Releases.With([update]), "openai", [release.Name, "no such model", release.Name]);
        var price = book.Prices.ShouldHaveSingleItem();
        price.ShouldBe(new ModelPrice(release.Name, day, 3, 6) { Source = "s" });
    }

    private PriceBook Read(string text)
    {
        var path = Path.Combine(_folder, "prices.csv");
        File.WriteAllText(path, text);
        return PriceBookReader.Read(path);
    }
}
