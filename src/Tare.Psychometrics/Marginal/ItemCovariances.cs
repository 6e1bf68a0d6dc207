namespace Tare.Psychometrics;

/// <summary>Covariance of each item's (a, d[, logit c]).</summary>
internal sealed class ItemCovariances
{
    private const double AutomaticCost = 3e9;
    private readonly SymmetricMatrix?[] _blocks;

    private ItemCovariances(StandardErrorMethod method, SymmetricMatrix?[] blocks)
    {
        Method = method;
        _blocks = blocks;
    }

    internal StandardErrorMethod Method { get; }

    /// <summary>The item's covariance matrix; <see langword="null"/> where the information is not positive definite or none was asked for.</summary>
    internal SymmetricMatrix? this[int item] => _blocks[item];

    internal static ItemCovariances Of(MarginalData data, MarginalOptions options, MarginalEngine engine, bool isQuasi)
    {
        var isCommonSlope = options.Model is ResponseModel.Rasch or ResponseModel.OneParameter;
        var parameters = engine.Parameters;
        var layout = new ParameterLayout(parameters.Items, parameters.EstimatesGuessing ? 3 : 2, isCommonSlope);
        var method = Choose(data, options, layout, isQuasi);
        if (method == StandardErrorMethod.None)
        {
            return new ItemCovariances(method, new SymmetricMatrix?[parameters.Items]);
        }

        // The tables of the last cycle may belong to a point that was not kept.
        var sums = engine.Expectation.Run(parameters, default);
        var information = new ItemInformation(data, parameters, engine.Expectation, layout);
        var whole = method is StandardErrorMethod.Observed or StandardErrorMethod.Sandwich;
        var pieces = information.Sum(whole, sums, options.Guessing);
        var isSandwich = method is StandardErrorMethod.Sandwich or StandardErrorMethod.SandwichItemBlock;
        var inverses = pieces
            .Select(p => p.Information.Inverse() is { } inverse ? (isSandwich ? inverse.Sandwich(p.Scores) : inverse) : null)
            .ToArray();
        var blocks = new SymmetricMatrix?[parameters.Items];
        for (var j = 0; j < blocks.Length; j++)
        {
            blocks[j] = whole
                ? inverses[0] is { } all
                    ? Part(all, layout, j)
                    : null
                : inverses[j];
        }

        return new ItemCovariances(method, blocks);
    }

    private static StandardErrorMethod Choose(MarginalData data, MarginalOptions options, ParameterLayout layout, bool isQuasi)
    {
        if (options.StandardErrors != StandardErrorMethod.Automatic)
        {
            // Fisher information of a quasi-likelihood is not the inverse of anything's variance.
            return (options.StandardErrors, isQuasi) switch
            {
                (StandardErrorMethod.Observed, true) => StandardErrorMethod.Sandwich,
                (StandardErrorMethod.ItemBlock, true) => StandardErrorMethod.SandwichItemBlock,
                _ => options.StandardErrors,
            };
        }

        var cost = (double)data.Persons * ItemInformation.Terms(layout.Items) * layout.Count * layout.Count / 2;
        return cost <= AutomaticCost
            ? (isQuasi ? StandardErrorMethod.Sandwich : StandardErrorMethod.Observed)
            : (isQuasi ? StandardErrorMethod.SandwichItemBlock : StandardErrorMethod.ItemBlock);
    }

    private static SymmetricMatrix Part(SymmetricMatrix all, ParameterLayout layout, int item)
    {
        var part = new SymmetricMatrix(layout.PerItem);
        for (var i = 0; i < layout.PerItem; i++)
        {
            for (var j = 0; j < layout.PerItem; j++)
            {
                part[i, j] = all[layout.Index(item, i), layout.Index(item, j)];
            }
        }

        return part;
    }
}
