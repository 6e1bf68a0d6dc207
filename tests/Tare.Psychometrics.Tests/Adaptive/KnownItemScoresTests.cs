namespace Tare.Psychometrics.Tests;

public sealed class KnownItemScoresTests
{
    private static readonly ItemBank s_bank = ItemBank.From([
        new BankItem("a", ItemParameters.At(1.2, -0.5)),
        new BankItem("b", ItemParameters.At(0.7, 0.8)),
        new BankItem("c", ItemParameters.At(2.0, 0.1)),
    ]);

    [Fact]
    public void Abilities_are_those_of_ability_scoring_on_the_known_items_alone()
    {
        Response[] known = [new("p", "a", 1), new("p", "b", 0), new("q", "c", 1), new("q", "a", 0)];
        var scores = KnownItemScores.Of(
            ResponseMatrix.From([.. known, new Response("p", "z", 1), new Response("r", "z", 0)]),
            s_bank,
            new ScoringOptions(),
            cancel: TestContext.Current.CancellationToken
        );
        var alone = AbilityScoring.Of(ResponseMatrix.From(known), s_bank.Parameters(), new ScoringOptions());
        scores.Persons.Take(2).ShouldBe(alone);
        scores.Persons[2].Ability.ShouldBeOfType<Estimate.NotIdentified>();
        scores.ResponsesUsed.ShouldBe([2, 2, 0]);
        scores.UnknownItems.ShouldBe(["z"]);
        scores.UnknownResponses.ShouldBe(2);
        scores.UnansweredItems.ShouldBeEmpty();
    }
}
