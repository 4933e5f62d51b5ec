namespace EcsPlatform.Workloads;

/// <summary>A container with the values that other resources give it.</summary>
/// <param name="Spec">The container.</param>
/// <param name="Image">Its image.</param>
/// <param name="Environment">Its environment variables, by name.</param>
/// <param name="Secrets">Where its secrets lie, by variable.</param>
/// <param name="EnvironmentFiles">The ARNs of its environment files, in order.</param>
internal sealed record ResolvedContainer(
    ContainerSpec Spec,
    string Image,
    ImmutableArray<(string Name, string Value)> Environment,
    ImmutableArray<(string Name, string Value)> Secrets,
    ImmutableArray<string> EnvironmentFiles)
{
    /// <summary>Waits for the values.</summary>
    /// <param name="container">The container.</param>
    /// <param name="context">What is known of the workload.</param>
    /// <param name="image">The text of an image; null for the image itself.</param>
    /// <returns>The container; unknown as long as a value is.</returns>
    public static Output<ResolvedContainer> Of(ContainerSpec container, ContainerContext context, Func<ImageReference, Output<string>>? image) => Output.Tuple(
            image?.Invoke(container.Image) ?? Output.Create(container.Image.In(context.Account.Registry).ToString()),
            Values(container.Environment, value => value.In(context)),
            Values(container.Secrets, secret => secret.ValueFrom()),
            Output.All(container.EnvironmentFiles.Select(file => file.Arn)))
        .Apply(values => new ResolvedContainer(container, values.Item1, values.Item2, values.Item3, values.Item4));

    private static Output<ImmutableArray<(string Name, string Value)>> Values<T>(ImmutableDictionary<string, T> entries, Func<T, Input<string>> value)
    {
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        return Output.All(sorted.Select(entry => value(entry.Value)))
            .Apply(values => sorted.Select(entry => entry.Key).Zip(values).ToImmutableArray());
    }
}
