using System.Collections.Immutable;
using EcsPlatform.Shared;

namespace EcsPlatform.Plans.Scopes;

/// <summary>Reads scopes.</summary>
public static class ExpectedScopes
{
    private static readonly ImmutableArray<string> Kinds = ["none", "image:<name>", "jar:<name>", "ami", "cutover:<workload>", "scale:<workload>"];

    /// <summary>Reads scopes as they are given on a command line.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="names">What they may name.</param>
    /// <returns>The scopes, each once, and what is wrong with the texts: a sentence each.</returns>
    public static (ImmutableArray<ExpectedScope> Scopes, ImmutableArray<string> Problems) Parse(IEnumerable<string> texts, ScopeNames names)
    {
        var scopes = ImmutableArray.CreateBuilder<ExpectedScope>();
        var problems = ImmutableArray.CreateBuilder<string>();
        string[] given = [.. texts.Distinct(StringComparer.Ordinal)];
        foreach (var text in given)
        {
            var (kind, name) = text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (text, null);
            var (scope, problem) = Read(kind, name, names);
            if (scope is not null)
            {
                scopes.Add(scope);
            }
            else
            {
                problems.Add($"--expect {(text.Length == 0 ? "''" : text)}: {problem}");
            }
        }

        if (given.Contains("none") && given.Where(text => text is not ("none" or "")).ToList() is { Count: > 0 } others)
        {
            problems.Add($"--expect none: nothing may change, and {string.Join(", ", others)} may. Leave one of the two out.");
        }

        return (scopes.ToImmutable(), problems.ToImmutable());
    }

    private static (ExpectedScope? Scope, string Problem) Read(string kind, string? name, ScopeNames names) => (kind, name) switch
    {
        ("", null) => (null, $"a scope is missing. Allowed: {string.Join(", ", Kinds)}. Write one, or leave --expect out."),
        ("none", null) => (new ExpectedScope.None(), ""),
        ("ami", null) => (new ExpectedScope.Ami(), ""),
        ("none" or "ami", _) => (null, $"'{kind}' takes no name. Leave ':{name}' out."),
        ("image", _) => Named("image", name, names.Images, (known, repository) => new ExpectedScope.Image(known, repository)),
        ("jar", _) => Named("JAR", name, names.Jars, (known, key) => new ExpectedScope.Jar(known, key)),
        ("cutover", _) => Named("workload", name, names.Workloads, (known, urn) => new ExpectedScope.Cutover(known, urn)),
        ("scale", _) => Named("workload", name, names.Workloads, (known, urn) => new ExpectedScope.Scale(known, urn)),
        _ => (null, $"unknown scope. Allowed: {string.Join(", ", Kinds)}. {Nearest.Advice(kind, Kinds.Select(known => known.Split(':')[0]))}"),
    };

    private static (ExpectedScope? Scope, string Problem) Named(
        string what, string? name, ImmutableSortedDictionary<string, string> known, Func<string, string, ExpectedScope> make)
    {
        if (name is { Length: > 0 } && known.TryGetValue(name, out var value))
        {
            return (make(name, value), "");
        }

        if (known.IsEmpty)
        {
            return (null, $"the stack has no {what}. Remove it.");
        }

        var allowed = string.Join(", ", known.Keys);
        return string.IsNullOrEmpty(name)
            ? (null, $"the {what}'s name is missing. Allowed: {allowed}. Add it behind a colon.")
            : (null, $"there is no {what} '{name}'. Allowed: {allowed}. {Nearest.Advice(name, known.Keys)}");
    }
}
