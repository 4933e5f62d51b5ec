using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Parameters, secrets and keys.</summary>
internal static class ParameterAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ssm/parameter:Parameter"] = parameter => parameter
            .IdIsName(1011).Arn("ssm", $"parameter{Slashed(parameter.Id)}").Tags()
            .Set("hasValueWo", parameter.Inputs.ContainsKey("valueWo"))
            .Set("version", FakeIdentifiers.Counter(parameter.ContentSeed("tags"))).Default("tier", "Standard").Default("dataType", "text"),
        ["aws:ssm/document:Document"] = document => document
            .IdIsName(128).Arn("ssm", $"document/{document.Id}").Tags().Set("createdDate", FakeIdentifiers.Timestamp)
            .Set("hash", FakeIdentifiers.Hex(64, document.ContentSeed("tags"))).Set("hashType", "Sha256")
            .Set("defaultVersion", Version(document)).Set("latestVersion", Version(document)).Set("documentVersion", Version(document))
            .Set("owner", document.Scope.AccountId).Set("status", "Active").Set("schemaVersion", "2.2").Empty("description")
            .Set("parameters", NoItems).Set("platformTypes", List(["Linux"])),
        ["aws:ssm/association:Association"] = association => association
            .Identify(FakeIdentifiers.Uuid(association.Seed())).Set("associationId", association.Id)
            .Arn("ssm", $"association/{association.Id}").Tags(),
        ["aws:secretsmanager/secret:Secret"] = secret => secret
            .Named(505).Arn("secretsmanager", $"secret:{secret.Text("name")}-{FakeIdentifiers.MixedLetters(6, secret.Seed())}")
            .IdIsArn().Tags().Empty("namePrefix", "policy").Default("recoveryWindowInDays", 30d),
        ["aws:secretsmanager/secretVersion:SecretVersion"] = version => version
            .Set("versionId", FakeIdentifiers.Uuid(version.ContentSeed("secretStringWo", "versionStages"))).Set("arn", version.Text("secretId"))
            .Set("secretArn", version.Text("secretId")).Identify($"{version.Text("secretId")}|{version.Text("versionId")}")
            .Set("hasSecretStringWo", version.Inputs.ContainsKey("secretStringWo"))
            .Default("versionStages", List(["AWSCURRENT"])),
        ["aws:secretsmanager/secretPolicy:SecretPolicy"] = policy => policy.Identify(policy.Text("secretArn")),
        ["aws:secretsmanager/secretRotation:SecretRotation"] = rotation => rotation
            .Identify(rotation.Text("secretId")).Set("rotationEnabled", true),
        ["aws:kms/key:Key"] = key => key
            .Identify(FakeIdentifiers.Uuid(key.Seed())).Arn("kms", $"key/{key.Id}").Tags().Set("keyId", key.Id)
            .Default("keyUsage", "ENCRYPT_DECRYPT").Default("isEnabled", true).Default("multiRegion", false)
            .Default("enableKeyRotation", false).Empty("description"),
        ["aws:kms/alias:Alias"] = Alias,
        ["aws:kms/grant:Grant"] = grant => grant
            .Set("grantId", FakeIdentifiers.Hex(64, grant.Seed())).Identify($"{grant.Text("keyId")}:{grant.Text("grantId")}")
            .Set("grantToken", FakeIdentifiers.MixedLetters(44, grant.Seed("token"))),
    };

    private static string Slashed(string name) => name.StartsWith('/') ? name : $"/{name}";

    private static string Version(AnswerDraft document) => $"{FakeIdentifiers.Counter(document.ContentSeed("tags")):0}";

    private static void Alias(AnswerDraft alias)
    {
        alias.Named(250);
        if (!alias.Text("name").StartsWith("alias/", StringComparison.Ordinal))
        {
            alias.Set("name", $"alias/{alias.Text("name")}");
        }

        var key = alias.Text("targetKeyId");
        alias
            .Identify(alias.Text("name")).Arn("kms", alias.Id).Empty("namePrefix")
            .Set("targetKeyArn", key.StartsWith("arn:", StringComparison.Ordinal) ? key : alias.Scope.Arn("kms", $"key/{key}"));
    }
}
