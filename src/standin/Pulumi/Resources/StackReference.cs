using System.Collections.Immutable;

namespace Pulumi;

public class StackReference : CustomResource
{
    private readonly string _stackName;

    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }),
            null,
            dependency: false) => _stackName = name;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    public Output<object?> GetOutput(Input<string> name) => new(FindAsync(name, required: false));

    public Output<object> RequireOutput(Input<string> name) => new(RequireAsync(name));

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await FindAsync(name, required: false).ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    public async Task<object?> GetValueAsync(Input<string> name) => Plain(await FindAsync(name, required: false).ConfigureAwait(false));

    public async Task<object> RequireValueAsync(Input<string> name) =>
        Plain(await RequireAsync(name).ConfigureAwait(false))!;

    private static object? Plain<T>(OutputData<T> data) => data.IsSecret
        ? throw new InvalidOperationException(
            "Cannot call 'GetOutputValueAsync' if the referenced stack output is a secret. Use 'GetOutput' instead.")
        : data.Value;

    private async Task<OutputData<object>> RequireAsync(Input<string> name)
    {
        var data = await FindAsync(name, required: true).ConfigureAwait(false);
        return new OutputData<object>(data.Resources, data.Value!, data.IsKnown, data.IsSecret);
    }

    private async Task<OutputData<object?>> FindAsync(Input<string> name, bool required)
    {
        var marks = new OutputMarks();
        var key = marks.Take(await name.ToOutput().DataTask.ConfigureAwait(false));
        var outputs = marks.Take(await Outputs.DataTask.ConfigureAwait(false));
        var secretNames = await SecretOutputNames.DataTask.ConfigureAwait(false);
        if (!marks.IsKnown)
        {
            return marks.Mark<object?>(null) with { IsSecret = false };
        }

        var found = outputs.TryGetValue(key, out var value);
        if (!found && required)
        {
            var stack = (await Name.DataTask.ConfigureAwait(false)).Value ?? _stackName;
            throw new KeyNotFoundException($"Required output '{key}' does not exist on stack '{stack}'.");
        }

        var secret = secretNames.IsKnown && !secretNames.Value.IsDefault && secretNames.Value.Contains(key);
        return marks.Mark<object?>(found ? value : null) with { IsSecret = secret };
    }
}
