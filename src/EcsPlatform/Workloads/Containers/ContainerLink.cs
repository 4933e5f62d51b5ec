namespace EcsPlatform.Workloads;

/// <summary>Another container of the task that this one reaches by name; only under network mode bridge.</summary>
/// <param name="Container">Its name.</param>
/// <param name="Alias">The host name that it has here. Default: null, its name.</param>
public sealed record ContainerLink(string Container, string? Alias = null)
{
    /// <summary>The link as a container definition has it.</summary>
    /// <returns>For example <c>db:database</c>.</returns>
    public override string ToString() => Alias is null ? Container : $"{Container}:{Alias}";
}
