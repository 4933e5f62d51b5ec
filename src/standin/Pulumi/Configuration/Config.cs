using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

public sealed partial class Config
{
    private const string OldSuffix = ":config";

    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
    }

    public string? Get(string key) => Deployment.InternalInstance.Config.GetValueOrDefault(FullKey(key));

    public bool? GetBoolean(string key) => Get(key) is { } value ? ToBoolean(key, value) : null;

    public int? GetInt32(string key) => Get(key) is { } value ? ToInt32(key, value) : null;

    public double? GetDouble(string key) => Get(key) is { } value ? ToDouble(key, value) : null;

    [return: MaybeNull]
    public T GetObject<T>(string key) => Get(key) is { } value ? ToObject<T>(key, value, null) : default;

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Get(key) is { } value ? ToObject<T>(key, value, options) : default;

    public string Require(string key) => Get(key) ?? throw new ConfigMissingException(FullKey(key));

    public bool RequireBoolean(string key) => ToBoolean(key, Require(key));

    public int RequireInt32(string key) => ToInt32(key, Require(key));

    public double RequireDouble(string key) => ToDouble(key, Require(key));

    public T RequireObject<T>(string key) => ToObject<T>(key, Require(key), null);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => ToObject<T>(key, Require(key), options);

    private string FullKey(string key) => $"{_name}:{key}";

    private bool ToBoolean(string key, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw new ConfigTypeException(FullKey(key), value, nameof(Boolean)),
    };

    private int ToInt32(string key, string value) => int.TryParse(
        value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ConfigTypeException(FullKey(key), value, nameof(Int32));

    private double ToDouble(string key, string value) => double.TryParse(
        value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ConfigTypeException(FullKey(key), value, nameof(Double));

    private T ToObject<T>(string key, string value, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, options)!;
        }
        catch (JsonException e)
        {
            throw new ConfigTypeException(FullKey(key), value, typeof(T).FullName, e);
        }
    }

    private sealed class ConfigTypeException(string fullKey, string value, string? type, Exception? inner = null)
        : RunException($"Configuration '{fullKey}' value '{value}' is not a valid {type}", inner);

    private sealed class ConfigMissingException(string fullKey) : RunException(
        $"Missing Required configuration variable '{fullKey}'\n\t" +
        $"please set a value using the command `pulumi config set {fullKey} <value>`");
}
