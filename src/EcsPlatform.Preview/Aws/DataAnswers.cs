namespace EcsPlatform.Preview.Aws;

/// <summary>Tables, backups and data transfer.</summary>
internal static class DataAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:dynamodb/table:Table"] = table => table
            .IdIsName().Arn("dynamodb", $"table/{table.Id}").Tags()
            .Set("streamArn", table.Inputs.Flag("streamEnabled") ? $"{table.Text("arn")}/stream/{StreamLabel}" : "")
            .Set("streamLabel", table.Inputs.Flag("streamEnabled") ? StreamLabel : "").Default("billingMode", "PROVISIONED"),
        ["aws:backup/vault:Vault"] = vault => vault
            .IdIsName(50).Arn("backup", $"backup-vault:{vault.Id}").Tags().Set("recoveryPoints", 0d)
            .Default("kmsKeyArn", vault.Scope.Arn("kms", $"key/{FakeIdentifiers.Uuid($"{vault.Scope.AccountId}|aws/backup")}")),
        ["aws:backup/plan:Plan"] = plan => plan
            .Named(50).Identify(FakeIdentifiers.Uuid(plan.Seed())).Arn("backup", $"backup-plan:{plan.Id}").Tags()
            .Set("version", FakeIdentifiers.MixedLetters(48, plan.ContentSeed("tags"))),
        ["aws:backup/selection:Selection"] = selection => selection.Named(50).Identify(FakeIdentifiers.Uuid(selection.Seed())),
        ["aws:datasync/s3Location:S3Location"] = location => Location(
            location, $"s3://{location.Scope.Region}.{location.Text("s3BucketArn").Split(':')[^1]}"),
        ["aws:datasync/efsLocation:EfsLocation"] = location => Location(
            location, $"efs://{location.Scope.Region}.{location.Text("efsFileSystemArn").Split('/')[^1]}"),
        ["aws:datasync/nfsLocation:NfsLocation"] = location => Location(location, $"nfs://{location.Text("serverHostname")}"),
        ["aws:datasync/task:Task"] = task => task
            .Named(256).Arn("datasync", $"task/{task.Ec2Id("task")}").IdIsArn().Tags().Default("taskMode", "BASIC"),
    };

    private const string StreamLabel = "2000-01-01T00:00:00.000";

    private static void Location(AnswerDraft location, string root) => location
        .Arn("datasync", $"location/{location.Ec2Id("loc")}").IdIsArn().Tags()
        .Set("uri", $"{root}/{location.Text("subdirectory").Trim('/')}".TrimEnd('/') + "/");
}
