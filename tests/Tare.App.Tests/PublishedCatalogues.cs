namespace Tare.App.Tests;

/// <summary>Small files in the layouts of two published catalogues; the figures are made up where no test says otherwise.</summary>
internal static class PublishedCatalogues
{
    /// <summary>Two providers, three known releases, one unknown, with a price of zero, an unknown price, and values that cannot be.</summary>
    public static string Api(string deepSeekInput = "0.5") =>
        $$"""
            {
              "deepseek": { "id": "deepseek", "name": "DeepSeek", "doc": "https://example.org", "models": {
                "deepseek-v4-pro": { "id": "deepseek-v4-pro", "name": "DeepSeek V4 Pro", "reasoning": true, "tool_call": true,
                  "release_date": "2026-04-24", "open_weights": true, "license": "MIT",
                  "limit": { "context": 1048576, "output": 131072 },
                  "cost": { "input": {{deepSeekInput}}, "output": 2.0, "cache_read": 0.05 } },
                "deepseek-unheard-of": { "id": "deepseek-unheard-of", "name": "DeepSeek Unheard Of", "cost": { "input": 1 } } } },
              "router": { "id": "router", "name": "Router", "models": {
                "moonshotai/kimi-k3": { "id": "moonshotai/kimi-k3", "name": "Kimi K3", "release_date": "2027-01-01",
                  "open_weights": true, "limit": { "context": 524288 }, "cost": { "input": 0, "output": 0 } },
                "kimi-k2.6": { "id": "kimi-k2.6", "name": "Kimi K2.6", "release_date": "2026-04-21", "open_weights": true,
                  "license": "Kimi-Licence", "limit": { "context": 131072 }, "cost": { "input": -1, "output": 2.5 } } } }
            }
            """;

    public static string WriteApi(Cli cli, string deepSeekInput = "0.5") => cli.Write("api.json", Api(deepSeekInput));

    public static string WriteTracked(Cli cli)
    {
        cli.Write(
            "tracked/models.csv",
            "org,model,modelId\ndeepseek-ai,DeepSeek-V4-Pro,deepseek-ai/DeepSeek-V4-Pro\nmoonshotai,Kimi-K3,moonshotai/Kimi-K3\n"
                + "mistralai,Leanstral-1.5,mistralai/Leanstral-1.5\n"
        );
        cli.Write(
            "tracked/metadata/model_parameters.csv",
            "model_id,total_params_b,active_params_b,is_moe,count_status,notes\n"
                + "moonshotai/Kimi-K3,2500,60,true,verified,\ndeepseek-ai/DeepSeek-V4-Pro,1600,49,true,estimated,rounded\n"
        );
        cli.Write(
            "tracked/metadata/release_date_corrections.csv",
            "# corrections\n# by hand\nmodel_id,hf_created_at,actual_release_date,notes\nmoonshotai/Kimi-K3,2026-06-13,2026-07-16,\n"
        );
        return Path.GetDirectoryName(
                    cli.Write("tracked/metadata/organization_regions.csv", "hf_org,region,notes\nmoonshotai,china,\nmistralai,eu,\n")
                )!
            .Replace("/metadata", "", StringComparison.Ordinal);
    }
}
