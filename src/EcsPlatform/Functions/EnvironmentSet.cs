namespace EcsPlatform.Functions;

/// <summary>Environment variables that several functions share.</summary>
/// <param name="Name">The set's name, by which a plan shows where a variable comes from.</param>
/// <param name="Variables">The variables.</param>
public sealed record EnvironmentSet(string Name, ImmutableSortedDictionary<string, FunctionVariable> Variables);
