using System.Text.Json.Nodes;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Testing.Deployed;

/// <summary>
/// What <c>pulumi stack export</c> would print after an update had carried out a plan: the same stack under the names that a cloud gives, with what the
/// engine and the provider add. It is a model for tests, made of recorded updates' shapes; it follows from the plan alone.
/// </summary>
public static class DeployedStack
{
    /// <summary>The export.</summary>
    /// <param name="plan">The plan that was carried out.</param>
    /// <returns>JSON, in the order and with the blanks of the Pulumi CLI.</returns>
    public static string ExportOf(Plan plan)
    {
        var names = CloudNames.Of(plan);
        var written = JsonNode.Parse(PlanFile.Write(plan))!["deployment"]!["resources"]!.AsArray()
            .ToDictionary(node => (string)node!["urn"]!, node => node!.AsObject(), StringComparer.Ordinal);
        var resources = EngineOrder.Of(plan).Select(resource => (JsonNode?)Resource(plan, resource, written[resource.Urn], names)).ToArray();
        var export = new JsonObject
        {
            ["version"] = PlanFile.FormatVersion,
            ["deployment"] = new JsonObject
            {
                ["manifest"] = new JsonObject
                {
                    ["time"] = Digest.Moment(plan.Stack),
                    ["magic"] = Digest.Hex(64, plan.Stack),
                    ["version"] = "v3.112.0",
                },
                ["secrets_providers"] = new JsonObject
                {
                    ["type"] = "passphrase",
                    ["state"] = new JsonObject { ["salt"] = $"v1:{Digest.Base64("salt")}" },
                },
                ["resources"] = new JsonArray(resources),
                ["metadata"] = new JsonObject(),
            },
        };
        return export.ToJsonString(JsonStyle.Indented) + "\n";
    }

    private static JsonObject Resource(Plan plan, PlannedResource resource, JsonObject preview, CloudNames names)
    {
        var written = names.In(preview).AsObject();
        var inputs = Take(written, "inputs");
        var outputs = Take(written, "outputs");
        if (resource.Custom)
        {
            written["id"] = CloudNames.IdOf(resource, (string?)written["id"]);
        }

        if (written["provider"] is { } provider)
        {
            written["provider"] = CloudNames.ProviderReference((string)provider!);
        }

        FillPropertyDependencies(written, inputs);
        if (resource.Custom && resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            inputs["version"] = "7.48.0";
            outputs["version"] = "7.48.0";
        }
        else if (resource.Custom && !resource.External)
        {
            BridgedProvider.Complete(resource.Type, (string?)written["id"], inputs, outputs);
        }
        else if (!resource.Custom)
        {
            outputs = References(plan, outputs, names).AsObject();
        }

        written["inputs"] = inputs;
        written["outputs"] = outputs;

        // The state keeps what later updates need of the old options, not what belongs to the program.
        written.Remove("ignoreChanges");
        written.Remove("replaceOnChanges");
        written.Remove("deleteBeforeReplace");
        written["created"] = Digest.Moment(resource.Urn);
        written["modified"] = Digest.Moment(resource.Urn);
        written["sourcePosition"] = "project:///Program.cs#3";
        return Secrets(written, resource.Urn).AsObject();
    }

    private static JsonObject Take(JsonObject written, string name)
    {
        var taken = written[name]?.AsObject() ?? [];
        written.Remove(name);
        return taken;
    }

    private static void FillPropertyDependencies(JsonObject written, JsonObject inputs)
    {
        if (!(bool)written["custom"]!)
        {
            return;
        }

        var dependencies = Take(written, "propertyDependencies");
        foreach (var (name, _) in inputs)
        {
            if (!dependencies.ContainsKey(name))
            {
                dependencies[name] = new JsonArray();
            }
        }

        written["propertyDependencies"] = dependencies;
    }

    // Components hand out resources, which the engine keeps as references.
    private static JsonNode References(Plan plan, JsonNode node, CloudNames names) => JsonTree.Map(node, leaf =>
        leaf.GetValueKind() == System.Text.Json.JsonValueKind.String && Find(plan, (string)leaf!) is { } resource
            ? new JsonObject
            {
                [JsonTree.SignatureKey] = "5cf8f73096256a8f31e491e813e4eb8e",
                ["urn"] = resource.Urn,
                ["id"] = CloudNames.IdOf(resource, resource.Id is null ? "" : (string?)names.In(JsonValue.Create(resource.Id))),
                ["packageVersion"] = "",
            }
            : leaf.DeepClone());

    private static PlannedResource? Find(Plan plan, string urn) => urn.StartsWith("urn:pulumi:", StringComparison.Ordinal)
        ? plan.Resources.FirstOrDefault(resource => resource.Urn == urn)
        : null;

    private static JsonNode Secrets(JsonNode node, string seed) => JsonTree.MapSigned(node, (signed, place) =>
    {
        if (signed.ContainsKey("ciphertext"))
        {
            signed["ciphertext"] = $"v1:{Digest.Base64($"{seed}{place}nonce")[..16]}:{Digest.Base64($"{seed}{place}")}";
        }

        return signed;
    });
}
