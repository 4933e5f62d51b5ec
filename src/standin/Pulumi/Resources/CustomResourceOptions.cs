namespace Pulumi;

public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    public CustomResourceOptions()
    {
    }

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.TakeAll(options1);
        merged.TakeAll(options2);
        return merged;
    }

    private void TakeAll(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Take(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        ImportId = other.ImportId ?? ImportId;
        Join(ref _additionalSecretOutputs, other._additionalSecretOutputs);
        foreach (var (from, to) in other._envVarMappings ?? [])
        {
            EnvVarMappings[from] = to;
        }
    }
}
