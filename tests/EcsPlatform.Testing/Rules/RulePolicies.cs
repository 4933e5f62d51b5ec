using System.Text.Json;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Reading of policies that inputs hold as JSON.</summary>
internal static class RulePolicies
{
    /// <summary>The statements of a policy; none when the input is absent.</summary>
    public static IReadOnlyList<JsonElement> Statements(this PlannedResource resource, string path = "policy") =>
        resource.Value(path) is { } policy ? [.. JsonDocument.Parse(policy).RootElement.GetProperty("Statement").EnumerateArray()] : [];

    /// <summary>Whether a statement allows something.</summary>
    public static bool Allows(this JsonElement statement) => statement.GetProperty("Effect").GetString() == "Allow";

    /// <summary>The texts of a field that holds one or several; none when it is absent.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement within, string field) =>
        within.ValueKind == JsonValueKind.Object && within.TryGetProperty(field, out var value)
            ? value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()]
            : [];

    /// <summary>Who is named as one kind of principal, for example <c>Service</c>.</summary>
    public static IReadOnlyList<string> Principals(this JsonElement statement, string kind) =>
        statement.TryGetProperty("Principal", out var principal) ? principal.Texts(kind) : [];

    /// <summary>Whether a statement is for everybody.</summary>
    public static bool IsForEverybody(this JsonElement statement) =>
        statement.Texts("Principal").Contains("*") || statement.Principals("AWS").Contains("*");

    /// <summary>The values with which a statement's conditions compare a key; none when they do not.</summary>
    public static IReadOnlyList<string> Compared(this JsonElement statement, string key) => statement.TryGetProperty("Condition", out var condition)
        ?
        [
            .. condition.EnumerateObject()
                .SelectMany(operation => operation.Value.EnumerateObject()
                    .Where(compared => string.Equals(compared.Name, key, StringComparison.OrdinalIgnoreCase))
                    .SelectMany(compared => operation.Value.Texts(compared.Name))),
        ]
        : [];

    /// <summary>Whether a policy denies everybody what comes without something that requests bear, for example TLS.</summary>
    public static bool Demands(this PlannedResource policy, string key) => policy.Statements().Any(
        statement => !statement.Allows() && statement.IsForEverybody() && statement.Compared(key) is ["false"]);
}
